package dev.groundswell.graphqlapi.http;

import dev.groundswell.graphqlapi.execution.Answer;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes answers as the specification of GraphQL lays them out, errors first so that they are seen. */
final class AnswerText {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private AnswerText() {}

    static String of(Answer answer) {
        var text = new StringWriter(1_024);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            errors(json, answer.errors());
            if (answer.ran()) {
                json.writeName("data");
                value(json, answer.data());
            }
            cost(json, answer.cost());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void errors(JsonGenerator json, List<Answer.Problem> errors) {
        if (errors.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("errors");
        errors.forEach(error -> error(json, error));
        json.writeEndArray();
    }

    private static void error(JsonGenerator json, Answer.Problem error) {
        json.writeStartObject();
        json.writeStringProperty("message", error.message());
        if (!error.locations().isEmpty()) {
            json.writeArrayPropertyStart("locations");
            for (var location : error.locations()) {
                json.writeStartObject();
                json.writeNumberProperty("line", location.line());
                json.writeNumberProperty("column", location.column());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!error.path().isEmpty()) {
            json.writeName("path");
            value(json, error.path());
        }
        json.writeObjectPropertyStart("extensions");
        json.writeStringProperty("code", error.code().name());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void cost(JsonGenerator json, @Nullable Integer cost) {
        if (cost == null) {
            return;
        }
        json.writeObjectPropertyStart("extensions");
        json.writeObjectPropertyStart("cost");
        json.writeNumberProperty("query", cost);
        json.writeNumberProperty("limit", Answer.maxCost());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Map<?, ?> object -> object(json, object);
            case List<?> list -> list(json, list);
            default -> throw new IllegalStateException("An answer holds a " + value.getClass() + ".");
        }
    }

    private static void object(JsonGenerator json, Map<?, ?> object) {
        json.writeStartObject();
        for (var entry : object.entrySet()) {
            json.writeName((String) entry.getKey());
            value(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, List<?> list) {
        json.writeStartArray();
        for (var entry : list) {
            value(json, entry);
        }
        json.writeEndArray();
    }
}
