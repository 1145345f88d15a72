package dev.groundswell.graphqlapi.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.DateTimeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A scalar whose values are written as JSON strings.
 *
 * @param <T> what stands behind it
 */
abstract class TextCoercing<T> implements Coercing<T, String> {

    private final Class<T> type;
    private final String form;

    /** @param form a sentence that says how values are written, for whoever wrote another */
    TextCoercing(Class<T> type, String form) {
        this.type = type;
        this.form = form;
    }

    abstract String write(T value, GraphQLContext context);

    /** @throws IllegalArgumentException or {@link DateTimeException} if it is not of the form */
    abstract T read(String text);

    @Override
    public final String serialize(Object value, GraphQLContext context, Locale locale) {
        if (type.isInstance(value)) {
            return write(type.cast(value), context);
        }
        throw new CoercingSerializeException(form);
    }

    @Override
    public final T parseValue(Object input, GraphQLContext context, Locale locale) {
        if (type.isInstance(input)) {
            return type.cast(input);
        }
        try {
            return read(text(input));
        } catch (IllegalArgumentException | DateTimeException notOne) {
            throw new CoercingParseValueException(form, notOne);
        }
    }

    @Override
    public final T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return read(text(input instanceof StringValue text ? text.getValue() : input));
        } catch (IllegalArgumentException | DateTimeException notOne) {
            throw new CoercingParseLiteralException(form, notOne);
        }
    }

    @Override
    public final Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(type.isInstance(input) ? write(type.cast(input), context) : input.toString());
    }

    private String text(@Nullable Object input) {
        if (input instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(form);
    }
}
