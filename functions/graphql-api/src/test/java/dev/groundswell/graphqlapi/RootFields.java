package dev.groundswell.graphqlapi;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** How each root field is asked in tests; a new root field needs a line here. */
final class RootFields {

    private static final Map<String, String> ARGUMENTS = Map.of(
            "store", "",
            "order", "(id: \"T1\")",
            "orders", "(first: 10)",
            "rejectedChanges", "(first: 10)",
            "customer", "(id: \"B1\")",
            "warmUpMetrics", "(from: \"2026-06-17\", to: \"2026-06-18\")",
            "salesMetrics",
                    "(from: \"2026-06-17T00:00:00+08:00\", to: \"2026-06-19T00:00:00+08:00\", granularity: DAY)");

    private RootFields() {}

    /** The field with arguments that find something in a store that has order T1 of buyer B1. */
    static String call(String field) {
        return field
                + requireNonNull(
                        ARGUMENTS.get(field),
                        () -> "The root field '" + field + "' is new: say in RootFields how to ask it.");
    }
}
