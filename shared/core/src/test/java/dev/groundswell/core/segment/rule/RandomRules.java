package dev.groundswell.core.segment.rule;

import dev.groundswell.core.segment.rule.Literal.TimeUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Rules by chance, all of them valid. Values are few and near each other, so that customers made the same way meet some tests
 * and not others: counts 0 to 6, amounts to 300, days of the year before {@link #TODAY}, items {@code a} to {@code d}.
 */
public final class RandomRules {

    /** About when customers for these rules should have done things. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    public static final List<String> TEXTS = List.of("a", "b", "c", "d", "广东", "O'Higgins");
    public static final List<String> PROMOTIONS = List.of("618-2026", "double-11-2026", "black-friday-2025");

    /** What {@code in_segment} asks for; whoever evaluates such rules supplies them. */
    public static final List<String> SEGMENTS = List.of("vip", "regulars");

    private static final int MAX_DEPTH = 4;
    private static final int DAYS = 400;

    private final List<SegmentField> fields;
    private final boolean hasHistory;
    private final boolean hasSegments;

    private RandomRules(List<SegmentField> fields, boolean hasHistory, boolean hasSegments) {
        this.fields = fields;
        this.hasHistory = hasHistory;
        this.hasSegments = hasSegments;
    }

    /** Of everything that the language has. */
    public static Arbitrary<SegmentRule> any() {
        return new RandomRules(List.of(SegmentField.values()), true, true).rules();
    }

    /** Of everything but other segments. */
    public static Arbitrary<SegmentRule> withoutSegments() {
        return new RandomRules(List.of(SegmentField.values()), true, false).rules();
    }

    /** What one row of columns decides: no RFM, no orders, events and promotions, no other segments. */
    public static Arbitrary<SegmentRule> ofColumns() {
        return new RandomRules(ofColumn(), false, false).rules();
    }

    private static List<SegmentField> ofColumn() {
        return Stream.of(SegmentField.values())
                .filter(field -> field.column().isPresent())
                .toList();
    }

    private Arbitrary<SegmentRule> rules() {
        return rules(MAX_DEPTH);
    }

    private Arbitrary<SegmentRule> rules(int depth) {
        if (depth == 1) {
            return leaves();
        }
        var inner = rules(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(4, leaves()),
                Tuple.of(2, inner.list().ofMinSize(1).ofMaxSize(4).map(SegmentRule.All::new)),
                Tuple.of(2, inner.list().ofMinSize(1).ofMaxSize(4).map(SegmentRule.Any::new)),
                Tuple.of(1, inner.map(SegmentRule.Not::new)));
    }

    private Arbitrary<SegmentRule> leaves() {
        var leaves = new ArrayList<Arbitrary<SegmentRule>>();
        var tests = Arbitraries.of(fields).flatMap(RandomRules::condition).map(SegmentRule.FieldTest::new);
        leaves.add(tests.map(test -> test));
        leaves.add(tests.map(test -> test));
        leaves.add(comparisons());
        leaves.add(others());
        if (hasHistory) {
            leaves.add(histories());
        }
        if (hasSegments) {
            leaves.add(Arbitraries.of(SEGMENTS).map(SegmentRule.InSegment::new));
        }
        return Arbitraries.oneOf(leaves);
    }

    private static Arbitrary<SegmentRule> others() {
        var random = Combinators.combine(
                        Arbitraries.of("autumn", "spring", "it's"),
                        Arbitraries.of(Operator.LESS, Operator.GREATER_OR_EQUAL),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                                .ofScale(2))
                .as(SegmentRule.Random::new);
        return Arbitraries.frequencyOf(
                Tuple.of(5, random), Tuple.of(1, Arbitraries.just(new SegmentRule.All(List.of()))));
    }

    private Arbitrary<SegmentRule> comparisons() {
        return Arbitraries.of(fields).flatMap(left -> {
            var others = Words.OF_CUSTOMERS.comparableWith(left).fields().stream()
                    .filter(fields::contains)
                    .toList();
            return Combinators.combine(comparisons(left.kind()), Arbitraries.of(others))
                    .as((operator, right) -> new SegmentRule.FieldComparison(left, operator, right));
        });
    }

    private static Arbitrary<Operator> comparisons(ValueKind kind) {
        return Arbitraries.of(TestOperator.of(kind).stream()
                .filter(TestOperator::isComparison)
                .map(TestOperator::comparison)
                .toList());
    }

    private static Arbitrary<SegmentRule> histories() {
        var orders = Combinators.combine(
                        conditions(OrderField.values()),
                        Arbitraries.of(Operator.class),
                        Arbitraries.longs().between(0, 3))
                .as(SegmentRule.OrdersTest::new);
        var events = Combinators.combine(
                        conditions(EventField.values()),
                        Arbitraries.of(Operator.class),
                        Arbitraries.longs().between(0, 3))
                .as(SegmentRule.EventsTest::new);
        return Arbitraries.oneOf(orders, events, Arbitraries.of(PROMOTIONS).map(SegmentRule.BoughtIn::new));
    }

    private static <F extends Field> Arbitrary<List<Condition<F>>> conditions(F[] fields) {
        return Arbitraries.of(fields).flatMap(RandomRules::condition).list().ofMaxSize(3);
    }

    private static <F extends Field> Arbitrary<Condition<F>> condition(F field) {
        return Arbitraries.of(TestOperator.of(field.kind()))
                .flatMap(operator -> tests(field, operator))
                .map(test -> new Condition<>(field, test));
    }

    private static Arbitrary<Test> tests(Field field, TestOperator operator) {
        var values = values(field);
        if (operator == TestOperator.BETWEEN) {
            return Combinators.combine(values, values).as(RandomRules::between);
        }
        var count = operator.valueCount();
        return values.list()
                .ofMinSize(count < 0 ? 1 : count)
                .ofMaxSize(count < 0 ? 4 : count)
                .map(operator::test);
    }

    /** The smaller one first, where that is plain. */
    private static Test between(Literal one, Literal other) {
        return RuleCheck.isAbove(one, other) ? new Test.Between(other, one) : new Test.Between(one, other);
    }

    private static Arbitrary<Literal> values(Field field) {
        return switch (field.kind()) {
            case COUNT ->
                Arbitraries.longs().between(0, 6).map(count -> new Literal.Decimal(BigDecimal.valueOf(count)));
            case MONEY -> decimals(300).map(Literal.Decimal::new);
            case SCORE -> decimals(5).map(Literal.Decimal::new);
            case TIME -> times();
            case TEXT -> Arbitraries.of(TEXTS).map(Literal.Text::new);
            case CHOICE -> Arbitraries.of(field.choices()).map(Literal.Text::new);
            case FLAG -> Arbitraries.of(true, false).map(Literal.Flag::new);
        };
    }

    private static Arbitrary<BigDecimal> decimals(int most) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(most))
                .ofScale(2);
    }

    private static Arbitrary<Literal> times() {
        var days = Arbitraries.integers().between(-DAYS, 3);
        var seconds = Arbitraries.integers().between(0, 86_399);
        var local = Combinators.combine(days, seconds).as((day, second) -> at(day).plusSeconds(second));
        var offsets = Arbitraries.of(ZoneOffset.UTC, ZoneOffset.ofHours(8), ZoneOffset.ofHoursMinutes(-3, -30));
        return Arbitraries.oneOf(
                days.map(day -> new Literal.Day(TODAY.plusDays(day))),
                days.map(Literal.RelativeDay::new),
                local.map(Literal.StoreTime::new),
                Combinators.combine(local, offsets).as((time, offset) -> new Literal.OffsetTime(time.atOffset(offset))),
                relativeTimes());
    }

    private static LocalDateTime at(int day) {
        return TODAY.plusDays(day).atStartOfDay();
    }

    private static Arbitrary<Literal> relativeTimes() {
        return Arbitraries.of(TimeUnit.class).flatMap(unit -> {
            var most = switch (unit) {
                case MINUTE, HOUR, DAY -> DAYS;
                case WEEK -> DAYS / 7;
                case MONTH -> DAYS / 30;
                case YEAR -> 2;
            };
            return Arbitraries.integers().between(-most, 1).map(amount -> new Literal.RelativeTime(amount, unit));
        });
    }
}
