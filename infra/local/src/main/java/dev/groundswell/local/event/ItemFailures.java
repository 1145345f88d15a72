package dev.groundswell.local.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Reads {@code batchItemFailures} as Lambda does: an answer that cannot be understood fails the whole batch. */
final class ItemFailures {

    private ItemFailures() {}

    /**
     * The identifiers that failed: none for an empty answer.
     *
     * @return empty if the whole batch counts as failed
     */
    static Optional<Set<String>> read(byte[] answer, Set<String> batch) {
        if (answer.length == 0) {
            return Optional.of(Set.of());
        }
        try {
            return read(JSON.std.anyFrom(answer), batch);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Set<String>> read(@Nullable Object answer, Set<String> batch) {
        Object listed = answer instanceof Map<?, ?> map ? map.get("batchItemFailures") : answer;
        if (listed == null) {
            return Optional.of(Set.of());
        }
        return listed instanceof List<?> failures ? identifiers(failures, batch) : Optional.empty();
    }

    private static Optional<Set<String>> identifiers(List<?> failures, Set<String> batch) {
        var identifiers = new LinkedHashSet<String>();
        for (Object failure : failures) {
            if (!(failure instanceof Map<?, ?> item)
                    || !(item.get("itemIdentifier") instanceof String identifier)
                    || !batch.contains(identifier)) {
                return Optional.empty();
            }
            identifiers.add(identifier);
        }
        return Optional.of(identifiers);
    }
}
