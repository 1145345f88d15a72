package dev.groundswell.local.template;

import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** JSON as text, for the few values of a template that are JSON inside YAML. */
final class Json {

    private Json() {}

    static String write(@Nullable Object value) {
        return JSON.std.asString(value);
    }
}
