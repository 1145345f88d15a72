package dev.groundswell.graphqlapi.schema;

import graphql.GraphQLContext;
import java.math.BigDecimal;

/** Exact numbers as JSON strings, never in scientific notation. */
final class DecimalCoercing extends TextCoercing<BigDecimal> {

    /** Beyond any amount; a longer one costs more to read than it can mean. */
    private static final int MAX_LENGTH = 40;

    DecimalCoercing() {
        super(BigDecimal.class, "A Decimal is a string like \"71.94\".");
    }

    @Override
    String write(BigDecimal value, GraphQLContext context) {
        return value.toPlainString();
    }

    @Override
    BigDecimal read(String text) {
        if (text.length() > MAX_LENGTH || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }
}
