package dev.groundswell.graphqlapi.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object of any fields: plain maps, lists, strings, numbers and booleans. */
final class JsonObjectCoercing implements Coercing<Map<?, ?>, Map<?, ?>> {

    private static final String FORM = "A JSONObject is an object: {\"name\": \"value\"}.";

    @Override
    public Map<?, ?> serialize(Object value, GraphQLContext context, Locale locale) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new CoercingSerializeException(FORM);
    }

    @Override
    public Map<?, ?> parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof Map<?, ?> object) {
            return object;
        }
        throw new CoercingParseValueException(FORM);
    }

    @Override
    public Map<?, ?> parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof ObjectValue object) {
            return fields(object, variables.toMap());
        }
        throw new CoercingParseLiteralException(FORM);
    }

    private static Map<String, @Nullable Object> fields(ObjectValue object, Map<String, Object> variables) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (ObjectField field : object.getObjectFields()) {
            fields.put(field.getName(), plain(field.getValue(), variables));
        }
        return fields;
    }

    private static @Nullable Object plain(Value<?> value, Map<String, Object> variables) {
        return switch (value) {
            case NullValue _ -> null;
            case StringValue text -> text.getValue();
            case BooleanValue flag -> flag.isValue();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case EnumValue constant -> constant.getName();
            case ObjectValue object -> fields(object, variables);
            case ArrayValue list -> list(list, variables);
            case VariableReference variable -> variables.get(variable.getName());
            default -> throw new CoercingParseLiteralException(FORM);
        };
    }

    private static List<@Nullable Object> list(ArrayValue list, Map<String, Object> variables) {
        var values = new ArrayList<@Nullable Object>();
        for (Value<?> value : list.getValues()) {
            values.add(plain(value, variables));
        }
        return values;
    }
}
