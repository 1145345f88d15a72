package dev.groundswell.local.history;

import dev.groundswell.local.LocalRunException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A file of canonical order changes, one JSON object a line. Whether a change is valid is for the ingest to say; a line
 * that is no JSON object makes the file a broken one.
 */
public final class HistoryFile {

    private static final JsonFactory JSON = new JsonFactory();

    private final Path path;
    private final long changes;

    private HistoryFile(Path path, long changes) {
        this.path = path;
        this.changes = changes;
    }

    /** A change and when it happened. */
    public record Change(Instant at, String json) {}

    /**
     * Checks the file line by line.
     *
     * @throws LocalRunException in one line, naming the file and, where it is one, the line
     */
    public static HistoryFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new LocalRunException("There is no file " + path + ".");
        }
        var file = new HistoryFile(path, 0);
        long[] counts = new long[2];
        file.read(lines -> lines.forEach(line -> {
            counts[0]++;
            if (!line.isBlank()) {
                counts[1]++;
                file.requireObject(counts[0], line);
            }
        }));
        return new HistoryFile(path, counts[1]);
    }

    public Path path() {
        return path;
    }

    /** How many changes the file holds. */
    public long changes() {
        return changes;
    }

    /** The lines of the file, as they are. */
    void forEach(Consumer<String> each) {
        read(lines -> lines.filter(line -> !line.isBlank()).forEach(each));
    }

    /**
     * Every change in the order of {@code modifiedAt}, those of one instant in the order of the file.
     *
     * @throws LocalRunException if a change has no {@code modifiedAt}
     */
    public List<Change> inOrder() {
        var ordered = new ArrayList<Change>((int) changes);
        long[] number = new long[1];
        read(lines -> lines.forEach(line -> {
            number[0]++;
            if (!line.isBlank()) {
                ordered.add(new Change(modifiedAt(number[0], line), line));
            }
        }));
        ordered.sort(Comparator.comparing(Change::at));
        return ordered;
    }

    private void read(Consumer<Stream<String>> reader) {
        try (Stream<String> lines = Files.lines(path)) {
            reader.accept(lines);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        }
    }

    private LocalRunException unreadable(@Nullable IOException e) {
        return new LocalRunException(
                e instanceof MalformedInputException
                        ? path + " is not UTF-8 text, so not a file of order changes."
                        : "The file " + path + " cannot be read: " + e,
                e == null ? new IOException() : e);
    }

    private void requireObject(long number, String line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw broken(number);
            }
            json.skipChildren();
            if (json.nextToken() != null) {
                throw broken(number);
            }
        } catch (JacksonException e) {
            throw new LocalRunException(brokenMessage(number), e);
        }
    }

    private LocalRunException broken(long number) {
        return new LocalRunException(brokenMessage(number));
    }

    private String brokenMessage(long number) {
        return path + ", line " + number + ": not a JSON object. An order change is one line of JSON.";
    }

    private Instant modifiedAt(long number, String line) {
        try {
            return modifiedAt(line)
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .orElseThrow(() -> undated(number));
        } catch (DateTimeParseException e) {
            throw new LocalRunException(undatedMessage(number), e);
        }
    }

    private LocalRunException undated(long number) {
        return new LocalRunException(undatedMessage(number));
    }

    private String undatedMessage(long number) {
        return path + ", line " + number + ": a change needs a time in modifiedAt to be replayed.";
    }

    private static Optional<String> modifiedAt(String line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = json.currentName().equals("modifiedAt");
                JsonToken value = json.nextToken();
                if (found && value == JsonToken.VALUE_STRING) {
                    return Optional.of(json.getString());
                }
                json.skipChildren();
            }
            return Optional.empty();
        }
    }
}
