package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.Column;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.segment.plan.HistoryTest.EventCount;
import dev.groundswell.core.segment.plan.HistoryTest.OrderCount;
import dev.groundswell.core.segment.rule.Condition;
import dev.groundswell.core.segment.rule.EventField;
import dev.groundswell.core.segment.rule.Field;
import dev.groundswell.core.segment.rule.Operator;
import dev.groundswell.core.segment.rule.OrderField;
import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.core.segment.rule.RuleLimits;
import dev.groundswell.core.segment.rule.SegmentField;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.segment.rule.ValueKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a rule into a {@link Predicate}, and notes what cannot be bound. */
final class Binder {

    /** Clauses with those of all segments that are asked for, and of theirs: no rule that people write comes near. */
    static final int MAX_CLAUSES = 2_000;

    private final Binding binding;
    private final BoundValues values;
    private final List<RuleError> errors = new ArrayList<>();
    private final Deque<String> segments = new ArrayDeque<>();
    private @Nullable AudienceStatistics statistics;
    private int clauses;

    Binder(Binding binding) {
        this.binding = binding;
        this.values = new BoundValues(binding.store(), binding.now());
    }

    /** What could not be bound so far, in the order of the rule. */
    List<RuleError> errors() {
        return List.copyOf(errors);
    }

    /** @param path of the rule in the tree, for errors */
    Predicate bind(SegmentRule rule, String path) {
        return switch (rule) {
            case SegmentRule.All(var rules) -> Predicate.all(bound(rules, path, "all"));
            case SegmentRule.Any(var rules) -> Predicate.any(bound(rules, path, "any"));
            case SegmentRule.Not(var inner) -> bind(inner, below(path, "not")).negated();
            case SegmentRule.FieldTest _,
                    SegmentRule.FieldComparison _,
                    SegmentRule.OrdersTest _,
                    SegmentRule.EventsTest _,
                    SegmentRule.BoughtIn _,
                    SegmentRule.InSegment _,
                    SegmentRule.Random _ -> clause(rule, path);
        };
    }

    private List<Predicate> bound(List<SegmentRule> rules, String path, String name) {
        var bound = new ArrayList<Predicate>();
        for (var i = 0; i < rules.size(); i++) {
            bound.add(bind(rules.get(i), below(path, name + "[" + i + "]")));
        }
        return bound;
    }

    private Predicate clause(SegmentRule rule, String path) {
        try {
            if (++clauses > MAX_CLAUSES) {
                throw new Refusal(
                        "With the segments that it asks for, the rule has more than " + MAX_CLAUSES + " clauses.");
            }
            return clauseWithin(rule, path);
        } catch (Refusal refusal) {
            note(refusal, path);
            return Predicate.Constant.NOBODY;
        }
    }

    private Predicate clauseWithin(SegmentRule rule, String path) throws Refusal {
        return switch (rule) {
            case SegmentRule.FieldTest(var condition) -> fieldTest(condition);
            case SegmentRule.FieldComparison(var left, var operator, var right) -> comparison(left, operator, right);
            case SegmentRule.OrdersTest(var conditions, var operator, var number) ->
                orders(conditions(conditions), Comparisons.test(operator, new Span(number, number)));
            case SegmentRule.EventsTest(var conditions, var operator, var number) ->
                events(conditions(conditions), Comparisons.test(operator, new Span(number, number)));
            case SegmentRule.BoughtIn(var promotion) -> boughtIn(promotion);
            case SegmentRule.InSegment(var segment) -> inSegment(segment, path);
            case SegmentRule.Random(var seed, var operator, var percent) -> {
                var below = percent.movePointRight(2).intValue();
                yield new Predicate.Share(RowHash.ofSeed(seed), below, operator == Operator.GREATER_OR_EQUAL);
            }
            case SegmentRule.All _, SegmentRule.Any _, SegmentRule.Not _ ->
                throw new IllegalArgumentException("No clause: " + rule);
        };
    }

    private void note(Refusal refusal, String path) {
        var where = segments.isEmpty() ? "" : "In segment '" + segments.getLast() + "': ";
        if (errors.size() < RuleLimits.MAX_ERRORS) {
            errors.add(new RuleError(0, 0, path, where + refusal.told(), refusal.expected()));
        }
    }

    private Predicate fieldTest(Condition<SegmentField> condition) throws Refusal {
        var test = values.test(condition.field(), condition.test());
        var column = condition.field().column();
        if (column.isEmpty()) {
            return rfm().test(condition.field(), test);
        }
        return switch (test) {
            case NumberTest number -> Predicate.number(column.get(), number);
            case TextTest text -> new Predicate.TextColumn(column.get(), text);
        };
    }

    private Predicate comparison(SegmentField left, Operator operator, SegmentField right) throws Refusal {
        if (left.kind() != right.kind() || !left.choices().equals(right.choices())) {
            throw new Refusal("%s is a %s and %s is a %s: they cannot be compared."
                    .formatted(left.word(), left.kind(), right.word(), right.kind()));
        }
        if (left.kind() != ValueKind.TEXT && left.kind() != ValueKind.CHOICE) {
            return new Predicate.NumberComparison(number(left), operator, number(right), false);
        }
        if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw new Refusal(left.word() + " is a text: it can be equal to another or not.", List.of("=", "!="));
        }
        return textComparison(left.column(), operator == Operator.EQUAL, right.column());
    }

    /** The one text without a column, the RFM group, compares with itself only: it is equal where there is one. */
    private static Predicate textComparison(Optional<Column> left, boolean isEqual, Optional<Column> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return isEqual ? RfmPredicates.PAYS : Predicate.Constant.NOBODY;
        }
        return new Predicate.TextComparison(left.get(), isEqual, right.get(), false);
    }

    private Predicate.Quantity number(SegmentField field) {
        return field.column()
                .<Predicate.Quantity>map(Predicate.Quantity.Stored::new)
                .orElseGet(() -> rfm().score(field));
    }

    private RfmPredicates rfm() {
        return new RfmPredicates(statistics().rfm());
    }

    private AudienceStatistics statistics() {
        var known = statistics;
        if (known == null) {
            known = binding.statistics().get();
            statistics = known;
        }
        return known;
    }

    private <F extends Field> List<FieldCondition<F>> conditions(List<Condition<F>> conditions) throws Refusal {
        var bound = new ArrayList<FieldCondition<F>>();
        for (var condition : conditions) {
            bound.add(new FieldCondition<>(condition.field(), values.test(condition.field(), condition.test())));
        }
        return bound;
    }

    private static Predicate orders(List<FieldCondition<OrderField>> conditions, NumberTest number) {
        return new OrderBounds(conditions).bounds().test(new OrderCount(conditions, number), number);
    }

    private static Predicate events(List<FieldCondition<EventField>> conditions, NumberTest number) {
        return new EventBounds(conditions).bounds().test(new EventCount(conditions, number), number);
    }

    /** A promotion is a stretch of days in which an order was paid, or not. */
    private Predicate boughtIn(String id) throws Refusal {
        var store = binding.store();
        var today = binding.now().atZone(store.zone()).toLocalDate();
        var promotion = binding.promotions().find(store.id(), id);
        if (promotion.isEmpty()) {
            throw new Refusal(
                    "There is no promotion '" + id + "'.",
                    binding.promotions().known(store.id(), today).stream()
                            .map(known -> "'" + known.id() + "'")
                            .toList());
        }
        var days = values.days(promotion.get().first(), promotion.get().last());
        return orders(
                List.of(new FieldCondition<>(OrderField.PAID_AT, NumberTest.in(days))), NumberTest.in(Span.from(1)));
    }

    private Predicate inSegment(String id, String path) throws Refusal {
        if (segments.contains(id)) {
            throw new Refusal("Segment '" + id + "' asks for itself.");
        }
        if (segments.size() == RuleLimits.MAX_SEGMENT_NESTING) {
            throw new Refusal(
                    "Segments ask for one another over more than " + RuleLimits.MAX_SEGMENT_NESTING + " steps.");
        }
        var rule = binding.segments().apply(id);
        if (rule.isEmpty()) {
            throw new Refusal("There is no segment '" + id + "'.");
        }
        segments.addLast(id);
        try {
            return bind(rule.get(), path);
        } finally {
            segments.removeLast();
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
