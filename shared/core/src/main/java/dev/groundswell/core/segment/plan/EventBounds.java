package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.Column;
import dev.groundswell.core.segment.rule.EventField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What columns tell of how many events meet some conditions: when something was last viewed, favourited or carted. */
record EventBounds(List<FieldCondition<EventField>> conditions) {

    private static final Map<String, Column> LAST = Map.of(
            "VIEW", Column.LAST_VIEWED_AT,
            "FAVOURITE", Column.LAST_FAVOURITED_AT,
            "CART", Column.LAST_CARTED_AT);

    CountBounds bounds() {
        var kinds = kinds();
        if (kinds.isEmpty() || !LAST.keySet().containsAll(kinds)) {
            return CountBounds.UNKNOWN;
        }
        var times = times();
        var last = kinds.stream().map(LAST::get).toList();
        var since = times.stream().map(FieldCondition::hull).reduce(Span.ALL, Span::and);
        return new CountBounds(
                anyOf(last, Span.from(since.from())),
                isOnlyOfKindAndTime(times) ? anyOf(last, since) : Predicate.Constant.NOBODY,
                kinds.equals(Set.of("VIEW")) ? List.of(Column.VIEWS) : List.of(),
                Predicate.Constant.NOBODY);
    }

    private static Predicate anyOf(List<Column> columns, Span span) {
        return Predicate.any(
                columns.stream().map(column -> Predicate.number(column, span)).toList());
    }

    /** The kinds that an event must be one of; none if it can be of any. */
    private Set<String> kinds() {
        var kinds = new TreeSet<String>();
        for (var condition : conditions) {
            if (condition.test() instanceof TextTest(var any, var texts, var negated)
                    && condition.field() == EventField.KIND
                    && !any
                    && !negated) {
                // Of two conditions either alone is a bound; the last one is as good as the first.
                kinds.clear();
                kinds.addAll(texts);
            }
        }
        return kinds;
    }

    private List<FieldCondition<EventField>> times() {
        var times = new ArrayList<FieldCondition<EventField>>();
        conditions.stream()
                .filter(condition -> condition.field() == EventField.AT)
                .forEach(times::add);
        return times;
    }

    /** Then the last event of its kind tells whether there is one. */
    private boolean isOnlyOfKindAndTime(List<FieldCondition<EventField>> times) {
        var areStretches = times.stream()
                .allMatch(condition -> condition.test() instanceof NumberTest(var spans, var negated)
                        && !negated
                        && spans.size() == 1);
        return areStretches && conditions.size() == times.size() + 1;
    }
}
