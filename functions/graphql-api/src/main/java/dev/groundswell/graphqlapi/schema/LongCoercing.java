package dev.groundswell.graphqlapi.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.math.BigInteger;
import java.util.Locale;

/** Whole numbers beyond 32 bits, as JSON numbers: up to 2^53, which every client reads exactly. */
final class LongCoercing implements Coercing<Long, Long> {

    private static final long MAX = 1L << 53;

    private static final String FORM = "A Long is a whole number between -2^53 and 2^53.";

    @Override
    public Long serialize(Object value, GraphQLContext context, Locale locale) {
        if (value instanceof Number number && Math.abs(number.longValue()) <= MAX) {
            return number.longValue();
        }
        throw new CoercingSerializeException(FORM);
    }

    @Override
    public Long parseValue(Object input, GraphQLContext context, Locale locale) {
        return switch (input) {
            case Long number when Math.abs(number) <= MAX -> number;
            case Integer number -> number.longValue();
            default -> throw new CoercingParseValueException(FORM);
        };
    }

    @Override
    public Long parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof IntValue number && number.getValue().abs().compareTo(BigInteger.valueOf(MAX)) <= 0) {
            return number.getValue().longValueExact();
        }
        throw new CoercingParseLiteralException(FORM);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return IntValue.newIntValue(BigInteger.valueOf(((Number) input).longValue()))
                .build();
    }
}
