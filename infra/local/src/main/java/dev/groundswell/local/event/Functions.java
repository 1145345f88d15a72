package dev.groundswell.local.event;

import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.function.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template's functions by logical id; every invocation goes through here and is counted. */
public final class Functions {

    private final Map<String, LocalFunction> byId = new LinkedHashMap<>();
    private final Activity activity;

    public Functions(List<LocalFunction> functions, Activity activity) {
        functions.forEach(function -> byId.put(function.resource().id(), function));
        this.activity = activity;
    }

    public Outcome invoke(LocalFunction function, byte[] event) {
        activity.begin();
        try {
            return function.invoke(event);
        } finally {
            activity.end();
        }
    }

    public Optional<LocalFunction> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<LocalFunction> all() {
        return byId.values();
    }
}
