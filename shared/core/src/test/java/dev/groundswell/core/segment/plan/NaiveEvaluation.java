package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.Column;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.segment.Promotions;
import dev.groundswell.core.segment.rule.Condition;
import dev.groundswell.core.segment.rule.EventField;
import dev.groundswell.core.segment.rule.Field;
import dev.groundswell.core.segment.rule.Literal;
import dev.groundswell.core.segment.rule.Operator;
import dev.groundswell.core.segment.rule.OrderField;
import dev.groundswell.core.segment.rule.SegmentField;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.segment.rule.Test;
import dev.groundswell.core.segment.rule.ValueKind;
import dev.groundswell.core.store.Store;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule means, customer by customer and value by value, as its definitions read, and as slowly as that is. It shares no
 * code with the plan.
 */
record NaiveEvaluation(
        Store store,
        Instant now,
        Promotions promotions,
        Map<String, SegmentRule> segments,
        List<AudienceRow> everybody) {

    /** A rule means nothing in this store: an amount is finer than its currency. */
    static final class Meaningless extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    boolean holds(SegmentRule rule, AudienceRow row, BuyerHistory history) {
        return switch (rule) {
            // Each part is looked at, so that one without a meaning is seen.
            case SegmentRule.All(var rules) ->
                rules.stream().filter(part -> !holds(part, row, history)).count() == 0;
            case SegmentRule.Any(var rules) ->
                rules.stream().filter(part -> holds(part, row, history)).count() > 0;
            case SegmentRule.Not(var inner) -> !holds(inner, row, history);
            case SegmentRule.FieldTest(var condition) ->
                any(values(condition.field(), row), condition.field().kind(), condition.test());
            case SegmentRule.FieldComparison(var left, var operator, var right) ->
                compared(value(left, row), operator, value(right, row));
            case SegmentRule.OrdersTest(var conditions, var operator, var number) ->
                counted(count(history.orders(), conditions, this::values), operator, number);
            case SegmentRule.EventsTest(var conditions, var operator, var number) ->
                counted(count(history.events(), conditions, NaiveEvaluation::values), operator, number);
            case SegmentRule.BoughtIn(var id) -> boughtIn(id, history);
            case SegmentRule.InSegment(var id) -> holds(Objects.requireNonNull(segments.get(id)), row, history);
            case SegmentRule.Random(var seed, var operator, var percent) ->
                random(seed, row.buyer(), percent) == (operator == Operator.LESS);
        };
    }

    /** Conditions are looked at also where there is nothing that could meet them. */
    private <T, F extends Field> long count(
            List<T> things, List<Condition<F>> conditions, BiFunction<T, F, List<?>> values) {
        meets(conditions, _ -> List.of());
        return things.stream()
                .filter(thing -> meets(conditions, field -> values.apply(thing, field)))
                .count();
    }

    private static boolean counted(long count, Operator operator, long number) {
        return is(Long.compare(count, number), operator);
    }

    private static boolean is(int order, Operator operator) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private static boolean compared(@Nullable Object left, Operator operator, @Nullable Object right) {
        if (left == null && right == null) {
            return false;
        }
        if (left == null || right == null) {
            return operator == Operator.NOT_EQUAL;
        }
        return is(order(left, right), operator);
    }

    @SuppressWarnings("unchecked")
    private static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    private <F extends Field> boolean meets(List<Condition<F>> conditions, Function<F, List<?>> values) {
        return conditions.stream()
                        .filter(condition -> !any(
                                values.apply(condition.field()),
                                condition.field().kind(),
                                condition.test()))
                        .count()
                == 0;
    }

    /** Of several values any, and of a negated test none. */
    private boolean any(List<?> values, ValueKind kind, Test test) {
        return switch (test) {
            case Test.Compare(var operator, var literal)
            when operator == Operator.NOT_EQUAL -> !any(values, kind, new Test.Compare(Operator.EQUAL, literal));
            case Test.Compare(var operator, var literal) -> {
                var bounds = bounds(kind, literal);
                yield values.stream().anyMatch(value -> bounds.is(value, operator));
            }
            case Test.Between(var low, var high) -> {
                var from = bounds(kind, low);
                var to = bounds(kind, high);
                yield values.stream()
                        .anyMatch(value ->
                                from.is(value, Operator.GREATER_OR_EQUAL) && to.is(value, Operator.LESS_OR_EQUAL));
            }
            case Test.OneOf(var negated, var literals) -> {
                var all =
                        literals.stream().map(literal -> bounds(kind, literal)).toList();
                yield negated
                        != values.stream()
                                .anyMatch(value -> all.stream().anyMatch(bounds -> bounds.is(value, Operator.EQUAL)));
            }
            case Test.Known(var known) -> known != values.isEmpty();
        };
    }

    /**
     * The values that a literal stands for.
     *
     * @param after the first value behind them; none if it is one value
     */
    private record Bounds(Object from, @Nullable Instant after) {

        boolean is(Object value, Operator operator) {
            if (after == null) {
                return NaiveEvaluation.is(order(value, from), operator);
            }
            var isBefore = order(value, from) < 0;
            var isAfter = order(value, after) >= 0;
            return switch (operator) {
                case EQUAL -> !isBefore && !isAfter;
                case NOT_EQUAL -> isBefore || isAfter;
                case LESS -> isBefore;
                case LESS_OR_EQUAL -> !isAfter;
                case GREATER -> isAfter;
                case GREATER_OR_EQUAL -> !isBefore;
            };
        }
    }

    private Bounds bounds(ValueKind kind, Literal literal) {
        return switch (literal) {
            case Literal.Decimal(var value) -> {
                if (kind == ValueKind.MONEY && value.scale() > digits()) {
                    throw new Meaningless();
                }
                // So that equal ones are equal, whatever their decimals.
                yield new Bounds(value.setScale(Math.max(value.scale(), 4)), null);
            }
            case Literal.Text(var text) -> new Bounds(text, null);
            case Literal.Flag(var flag) -> new Bounds(flag, null);
            case Literal.Day(var day) -> day(day);
            case Literal.RelativeDay(var days) -> day(today().plus(Period.ofDays(days)));
            case Literal.StoreTime(var time) ->
                new Bounds(time.atZone(store.zone()).toInstant(), null);
            case Literal.OffsetTime(var time) -> new Bounds(time.toInstant(), null);
            case Literal.RelativeTime(var amount, var unit) -> new Bounds(ago(amount, unit), null);
        };
    }

    private Instant ago(int amount, Literal.TimeUnit unit) {
        var local = now.atZone(store.zone());
        return switch (unit) {
            case MINUTE -> now.plus(Duration.ofMinutes(amount));
            case HOUR -> now.plus(Duration.ofHours(amount));
            case DAY -> local.plus(Period.ofDays(amount)).toInstant();
            case WEEK -> local.plus(Period.ofDays(7 * amount)).toInstant();
            case MONTH -> local.plus(Period.ofMonths(amount)).toInstant();
            case YEAR -> local.plus(Period.ofYears(amount)).toInstant();
        };
    }

    private Bounds day(LocalDate day) {
        return new Bounds(
                day.atStartOfDay(store.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(store.zone()).toInstant());
    }

    private LocalDate today() {
        return now.atZone(store.zone()).toLocalDate();
    }

    private int digits() {
        return Math.max(0, store.currency().getDefaultFractionDigits());
    }

    private List<?> values(SegmentField field, AudienceRow row) {
        return Stream.ofNullable(value(field, row)).toList();
    }

    private @Nullable Object value(SegmentField field, AudienceRow row) {
        var column = field.column().orElse(null);
        if (column == null) {
            return rfm(field, row);
        }
        return column.kind() == Column.Kind.TEXT ? row.text(column) : number(field.kind(), row.number(column));
    }

    private @Nullable Object number(ValueKind kind, @Nullable Long number) {
        if (number == null) {
            return null;
        }
        return switch (kind) {
            case COUNT -> decimal(number, 0);
            case MONEY -> decimal(number, digits());
            case SCORE -> decimal(number, 2);
            case TIME -> Instant.ofEpochSecond(number);
            case FLAG -> number == 1;
            case TEXT, CHOICE -> throw new IllegalArgumentException("No number: " + kind);
        };
    }

    private static BigDecimal decimal(long number, int digits) {
        return BigDecimal.valueOf(number, digits).setScale(4);
    }

    private List<?> values(Order order, OrderField field) {
        var times = order.times();
        return switch (field) {
            case STATUS -> List.of(order.status().name());
            case PLACED_AT -> second(times.orderedAt());
            case PAID_AT -> second(times.paidAt());
            case CLOSED_AT -> second(times.closedAt());
            case IS_PAID -> List.of(times.paidAt() != null);
            case AMOUNT -> List.of(decimal(order.amounts().payable().minorUnits(), digits()));
            case PAID_AMOUNT ->
                times.paidAt() == null
                        ? List.of()
                        : List.of(decimal(order.sales().minorUnits(), digits()));
            case REFUND ->
                times.paidAt() == null
                        ? List.of()
                        : List.of(decimal(order.refunds().minorUnits(), digits()));
            case PIECES ->
                List.of(decimal(
                        order.items().stream().mapToInt(item -> item.quantity()).sum(), 0));
            case ITEM -> order.items().stream().map(item -> item.itemId()).toList();
            case CATEGORY ->
                order.items().stream()
                        .map(item -> item.category())
                        .filter(Objects::nonNull)
                        .toList();
            case ORIGIN -> order.origins().stream().map(Enum::name).toList();
            case PRESALE_STEP -> List.of(presaleStep(order));
            case SELLER_FLAG -> List.of(decimal(order.sellerFlag(), 0));
            case PAYMENT_METHOD -> Stream.ofNullable(order.paymentMethod()).toList();
        };
    }

    private static String presaleStep(Order order) {
        var presale = order.presale();
        if (presale == null) {
            return "NONE";
        }
        if (presale.forfeited()) {
            return "FORFEITED";
        }
        if (order.isPaid()) {
            return "BALANCE_PAID";
        }
        return presale.depositPaidAt() != null || order.status().name().equals("DEPOSIT_PAID")
                ? "DEPOSIT_PAID"
                : "DEPOSIT_UNPAID";
    }

    private static List<?> values(BehaviourEvent event, EventField field) {
        return switch (field) {
            case KIND -> List.of(event.kind().name());
            case AT -> second(event.at());
            case ITEM -> List.of(event.itemId());
            case CATEGORY -> Stream.ofNullable(event.category()).toList();
        };
    }

    private static List<Instant> second(@Nullable Instant at) {
        return at == null ? List.of() : List.of(at.truncatedTo(ChronoUnit.SECONDS));
    }

    private boolean boughtIn(String id, BuyerHistory history) {
        var promotion = promotions.find(store.id(), id).orElseThrow();
        return history.orders().stream()
                .map(order -> order.times().paidAt())
                .filter(Objects::nonNull)
                .map(at -> at.atZone(store.zone()).toLocalDate())
                .anyMatch(day -> !day.isBefore(promotion.first()) && !day.isAfter(promotion.last()));
    }

    /** SplitMix64's finisher over the first 64 bits of two SHA-256, as a share of 2^64, cut into ten thousand parts. */
    private static boolean random(String seed, BuyerId buyer, BigDecimal percent) {
        var mixed = first64(buyer.value()) ^ first64(seed);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed = mixed ^ (mixed >>> 31);
        var part = new BigInteger(Long.toUnsignedString(mixed))
                .multiply(BigInteger.valueOf(10_000))
                .shiftRight(64);
        return new BigDecimal(part).compareTo(percent.multiply(BigDecimal.valueOf(100))) < 0;
    }

    private static long first64(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, Arrays.copyOf(hash, 8)).longValue();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private @Nullable Object rfm(SegmentField field, AudienceRow row) {
        if (!pays(row)) {
            return null;
        }
        var recency = 6 - score(this::daysSincePaid, row, BigDecimal.ONE);
        var frequency = score(each -> number(each, Column.PAID_ORDERS), row, BigDecimal.ONE);
        var monetary = score(each -> number(each, Column.SPEND), row, BigDecimal.TEN.pow(digits()));
        return switch (field) {
            case RFM_RECENCY -> decimal(recency, 0);
            case RFM_FREQUENCY -> decimal(frequency, 0);
            case RFM_MONETARY -> decimal(monetary, 0);
            case RFM_SEGMENT -> group(recency, frequency, monetary);
            default -> throw new IllegalArgumentException(field + " is no RFM field.");
        };
    }

    private static boolean pays(AudienceRow row) {
        return Objects.requireNonNull(row.number(Column.PAID_ORDERS)) > 0;
    }

    private static long number(AudienceRow row, Column column) {
        return Objects.requireNonNull(row.number(column));
    }

    private long daysSincePaid(AudienceRow row) {
        var paidOn = Instant.ofEpochSecond(number(row, Column.LAST_PAID_AT))
                .atZone(store.zone())
                .toLocalDate();
        return ChronoUnit.DAYS.between(paidOn, today());
    }

    /** 1, and one more for each quintile that the value exceeds by a unit or more. */
    private int score(Function<AudienceRow, Long> value, AudienceRow row, BigDecimal unit) {
        var sorted = everybody.stream()
                .filter(NaiveEvaluation::pays)
                .map(value)
                .sorted()
                .map(BigDecimal::valueOf)
                .toList();
        var own = BigDecimal.valueOf(value.apply(row));
        var score = 1;
        for (var share : List.of("0.2", "0.4", "0.6", "0.8")) {
            var place = new BigDecimal(share).multiply(BigDecimal.valueOf(sorted.size() - 1L));
            var low = sorted.get(place.intValue());
            var high = sorted.get(Math.min(place.intValue() + 1, sorted.size() - 1));
            var quantile = low.add(high.subtract(low).multiply(place.remainder(BigDecimal.ONE)));
            score += own.compareTo(quantile.add(unit)) >= 0 ? 1 : 0;
        }
        return score;
    }

    private static String group(int r, int f, int m) {
        if (r == 5 && f == 5 && m == 5) {
            return "CHAMPIONS";
        }
        if (r >= 3 && f >= 3 && m >= 2) {
            return "POTENTIAL_LOYALIST";
        }
        if (in(r, 2, 4) && in(f, 2, 4) && in(m, 2, 4)) {
            return "LOYAL_CUSTOMERS";
        }
        if (in(r, 3, 4) && f <= 3 && m >= 3) {
            return "PROMISING";
        }
        if (r >= 4 && f <= 3) {
            return "NEW_CUSTOMERS";
        }
        if (r <= 2 && in(f, 3, 4) && m >= 4) {
            return "CANNOT_LOSE_THEM";
        }
        if (r <= 2 && f >= 2 && m >= 4) {
            return "AT_RISK";
        }
        if (r <= 3 && f >= 3 && m >= 3) {
            return "NEED_ATTENTION";
        }
        if (in(r, 2, 3) && f <= 3 && m <= 4) {
            return "ABOUT_TO_SLEEP";
        }
        return r == 1 ? "LOST" : "OTHERS";
    }

    private static boolean in(int score, int low, int high) {
        return score >= low && score <= high;
    }
}
