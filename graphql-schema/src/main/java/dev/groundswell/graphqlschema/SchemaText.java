package dev.groundswell.graphqlschema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The schema in its definition language. */
public final class SchemaText {

    /** The topics, each in a file of its name. Named here, since a class path cannot be listed. */
    public static final List<String> TOPICS = List.of(
            "scalar",
            "page",
            "mutation",
            "money",
            "store",
            "order",
            "customer",
            "metrics",
            "behaviour",
            "history",
            "segment",
            "audience",
            "campaign",
            "reminder",
            "message",
            "message-text",
            "wallet",
            "receipt",
            "provider");

    private SchemaText() {}

    /** All topics in one text. */
    public static String complete() {
        return TOPICS.stream().map(SchemaText::of).collect(Collectors.joining("\n"));
    }

    /** @throws IllegalArgumentException if there is no such topic */
    public static String of(String topic) {
        try (var file = SchemaText.class.getResourceAsStream("/graphql/" + topic + ".graphqls")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no /graphql/" + topic + ".graphqls.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
