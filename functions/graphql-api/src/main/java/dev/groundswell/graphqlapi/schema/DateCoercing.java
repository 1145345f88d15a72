package dev.groundswell.graphqlapi.schema;

import graphql.GraphQLContext;
import java.time.LocalDate;

/** Days of the store's calendar. */
final class DateCoercing extends TextCoercing<LocalDate> {

    private static final int LENGTH = 10;

    DateCoercing() {
        super(LocalDate.class, "A Date is a string like \"2026-06-18\".");
    }

    @Override
    String write(LocalDate value, GraphQLContext context) {
        return value.toString();
    }

    @Override
    LocalDate read(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException(text);
        }
        return LocalDate.parse(text);
    }
}
