package dev.groundswell.bench.order;

import dev.groundswell.bench.Bench.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream of order changes, each one JSON object, in the order of their modification.
 *
 * @param source what people call it
 */
public record OrderChanges(String source, List<String> changes) {

    public OrderChanges {
        changes = List.copyOf(changes);
    }

    /**
     * The lines of a file of changes.
     *
     * @throws UnusableInputException if it cannot be read, or is empty
     */
    public static OrderChanges ofFile(Path file) {
        try (var lines = Files.lines(file)) {
            var changes = lines.filter(line -> !line.isBlank()).toList();
            if (changes.isEmpty()) {
                throw new UnusableInputException(file + " holds no order change.");
            }
            return new OrderChanges(file.getFileName().toString(), changes);
        } catch (IOException unreadable) {
            throw new UnusableInputException(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    public int size() {
        return changes.size();
    }

    /** The first so many changes. */
    public OrderChanges first(int count) {
        return new OrderChanges(source, changes.subList(0, Math.min(count, changes.size())));
    }

    /** The bodies of queue messages with so many changes each: an object for one, an array for more. */
    public List<String> messages(int changesPerMessage) {
        if (changesPerMessage == 1) {
            return changes;
        }
        var messages = new ArrayList<String>();
        for (var from = 0; from < changes.size(); from += changesPerMessage) {
            var to = Math.min(changes.size(), from + changesPerMessage);
            messages.add("[" + String.join(",", changes.subList(from, to)) + "]");
        }
        return messages;
    }
}
