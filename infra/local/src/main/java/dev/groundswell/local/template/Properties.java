package dev.groundswell.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Evaluated properties, read with errors that name the resource and the property. */
record Properties(String where, Map<?, ?> values) {

    static Properties of(String where, @Nullable Object value) {
        return new Properties(where, value instanceof Map<?, ?> map ? map : Map.of());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    String requireText(String name) {
        return text(name).orElseThrow(() -> new TemplateException(where + ": " + name + " is missing."));
    }

    OptionalInt integer(String name) {
        Optional<String> text = text(name);
        try {
            return text.isPresent() ? OptionalInt.of(Integer.parseInt(text.get())) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            throw new TemplateException(where + ": " + name + " is not a whole number: " + text.get() + ".", e);
        }
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(integer(name).orElse(otherwise));
    }

    boolean flag(String name) {
        return text(name).map("true"::equalsIgnoreCase).orElse(false);
    }

    Properties section(String name) {
        return of(where + "." + name, values.get(name));
    }

    List<Properties> sections(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(each -> of(where + "." + name, each)).toList()
                : List.of();
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : text(name).stream().toList();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
