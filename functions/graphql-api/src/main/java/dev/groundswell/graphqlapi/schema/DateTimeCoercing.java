package dev.groundswell.graphqlapi.schema;

import dev.groundswell.graphqlapi.caller.Caller;
import graphql.GraphQLContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Instants inside, RFC 3339 outside: written with the offset of the caller's store. */
final class DateTimeCoercing extends TextCoercing<Instant> {

    /** {@code yyyy-MM-ddTHH:mm:ss}: RFC 3339 has four-digit years and never leaves out the seconds. */
    private static final int LENGTH_TO_SECONDS = 19;

    DateTimeCoercing() {
        super(Instant.class, "A DateTime is a string with seconds and an offset, like \"2026-06-18T00:14:20+08:00\".");
    }

    @Override
    String write(Instant value, GraphQLContext context) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                value.atZone(Caller.of(context).store().zone()));
    }

    @Override
    Instant read(String text) {
        if (text.length() <= LENGTH_TO_SECONDS || text.charAt(4) != '-' || text.charAt(LENGTH_TO_SECONDS - 3) != ':') {
            throw new IllegalArgumentException(text);
        }
        return OffsetDateTime.parse(text).toInstant();
    }
}
