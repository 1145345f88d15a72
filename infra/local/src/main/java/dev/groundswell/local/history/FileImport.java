package dev.groundswell.local.history;

import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.local.LocalRunException;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.api.Api;
import dev.groundswell.local.api.Api.Answer;
import dev.groundswell.local.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Imports a file the way a person's browser does: asks the API for room, puts the bytes there, starts the import and
 * watches it. An import of the same file that an earlier run of the same directory was in the middle of goes on by
 * itself; then it is only watched.
 */
public final class FileImport {

    /** The queue that wakes an import's workers; once an import has ended, what still lies there wakes nobody. */
    public static final String STEPS = "ImportSteps";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int RECENT = 20;
    private static final int SHOWN_REJECTIONS = 5;
    private static final int KILOBYTE = 1024;

    private static final String IMPORT = "id status failure fileName bytes bytesRead rowsRead rowsAccepted rowsRejected"
            + " rowsSkipped changes reportUrl firstRejected { file line field reason }";

    private final LocalSystem system;

    public FileImport(LocalSystem system) {
        this.system = system;
    }

    /**
     * What to import.
     *
     * @param items   only of {@link SourceFormat#TAOBAO_EXPORT}
     * @param mapping a column mapping as JSON, only and always of {@link SourceFormat#MAPPED_CSV}
     */
    public record Request(Path file, SourceFormat format, Optional<Path> items, Optional<Path> mapping) {

        /**
         * Completes what a person said.
         *
         * @param said empty to have it guessed
         * @throws LocalRunException in one line, if something is missing or does not fit
         */
        public static Request of(Path file, Optional<SourceFormat> said, Optional<Path> items, Optional<Path> mapping) {
            for (Path each : List.of(file, items.orElse(file), mapping.orElse(file))) {
                if (!Files.isRegularFile(each)) {
                    throw new LocalRunException("There is no file " + each + ".");
                }
            }
            SourceFormat format = said.or(() -> mapping.map(_ -> SourceFormat.MAPPED_CSV))
                    .or(() -> FormatGuess.of(file))
                    .orElseThrow(() -> new LocalRunException("What " + file
                            + " holds cannot be told from its beginning: say it with --format, or give a --mapping."));
            if (mapping.isPresent() != (format == SourceFormat.MAPPED_CSV)) {
                throw new LocalRunException("--mapping goes with the format mapped-csv, and only with it.");
            }
            if (items.isPresent() && format != SourceFormat.TAOBAO_EXPORT) {
                throw new LocalRunException("--items goes with the format taobao-export only.");
            }
            return new Request(file, format, items, mapping);
        }

        private String fileName() {
            return file.getFileName().toString();
        }

        private long bytes() {
            return size(file) + items.map(Request::size).orElse(0L);
        }

        private static long size(Path file) {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * How an import ended.
     *
     * @param status   COMPLETED, CANCELLED or FAILED
     * @param problems the import's failure, or the first of its rejected lines; for people
     * @param report   where the report of all rejected lines is, for some minutes
     */
    public record Done(
            String id,
            String status,
            long rows,
            long accepted,
            long rejected,
            long skipped,
            List<String> problems,
            Optional<URI> report,
            Duration time) {

        public Done {
            problems = List.copyOf(problems);
        }

        public long rowsPerSecond() {
            return rows * 1000 / Math.max(1, time.toMillis());
        }
    }

    /**
     * Imports, and waits until all that it brings is in.
     *
     * @throws LocalRunException if the API refuses
     */
    public Done run(Request request) {
        long startedAt = System.nanoTime();
        try (Api api = new Api(system)) {
            String id = underWay(api, request).orElseGet(() -> start(api, request));
            Answer ended = watch(api, id, request);
            system.awaitDrainedBut(STEPS);
            return done(ended, Duration.ofNanos(System.nanoTime() - startedAt));
        }
    }

    private static Optional<String> underWay(Api api, Request request) {
        String query = "query ($first: Int) { imports(first: $first) { nodes { id fileName bytes format status } } }";
        return api.ask(query, Map.of("first", RECENT)).at("imports").list("nodes").stream()
                .filter(each -> List.of("QUEUED", "RUNNING").contains(each.requireText("status")))
                .filter(each -> each.requireText("fileName").equals(request.fileName())
                        && each.number("bytes") == request.bytes()
                        && each.requireText("format").equals(request.format().name()))
                .findFirst()
                .map(each -> each.requireText("id"));
    }

    private static String start(Api api, Request request) {
        var input = new LinkedHashMap<String, Object>();
        request.mapping().ifPresent(mapping -> input.put("columnMapping", save(api, mapping)));
        request.items().ifPresent(items -> input.put("itemsUploadId", upload(api, items)));
        input.put("uploadId", upload(api, request.file()));
        input.put("format", request.format().name());
        return api.mutate(
                        "startImport",
                        "mutation ($input: StartImportInput!) { startImport(input: $input)"
                                + " { import { id } userErrors { field message } } }",
                        input)
                .at("import")
                .requireText("id");
    }

    // ---- bringing a file there

    private static String upload(Api api, Path file) {
        Answer upload = api.mutate(
                        "createUpload",
                        "mutation ($input: CreateUploadInput!) { createUpload(input: $input)"
                                + " { upload { id parts { url firstByte bytes } } userErrors { field message } } }",
                        Map.of("fileName", file.getFileName().toString(), "bytes", Request.size(file)))
                .at("upload");
        upload.list("parts").forEach(part -> put(api, file, part));
        return upload.requireText("id");
    }

    private static void put(Api api, Path file, Answer part) {
        var request = HttpRequest.newBuilder(URI.create(part.requireText("url")))
                .PUT(bytes(file, part.number("firstByte"), part.number("bytes")));
        HttpResponse<String> answer = api.send(request);
        if (answer.statusCode() != 200) {
            throw new LocalRunException(
                    "A part of " + file + " was not taken: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** S3 takes no body of unknown length. */
    private static BodyPublisher bytes(Path file, long from, long length) {
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        return FileSlice.open(file, from, length);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                length);
    }

    /** Saves the mapping under its file's name, and returns that. */
    private static String save(Api api, Path mapping) {
        String name = mapping.getFileName().toString().replaceFirst("\\.json$", "");
        try {
            Map<String, Object> read = JSON.std.mapFrom(Files.readString(mapping));
            api.mutate(
                    "saveColumnMapping",
                    "mutation ($input: SaveColumnMappingInput!) { saveColumnMapping(input: $input)"
                            + " { columnMapping { name } userErrors { field message } } }",
                    Map.of("name", name, "mapping", read));
            return name;
        } catch (JacksonException | IOException e) {
            throw new LocalRunException("The mapping " + mapping + " is no JSON object.", e);
        }
    }

    // ---- watching it

    private static Answer watch(Api api, String id, Request request) {
        String query = "query ($id: ID!) { import(id: $id) { " + IMPORT + " } }";
        try (Progress progress = Progress.of("Importing", "KB", request.bytes() / KILOBYTE)) {
            while (true) {
                Answer now = api.ask(query, Map.of("id", id)).at("import");
                if (!List.of("QUEUED", "RUNNING").contains(now.requireText("status"))) {
                    return now;
                }
                progress.at(now.number("bytesRead") / KILOBYTE);
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("Interrupted.", e);
        }
    }

    private static Done done(Answer ended, Duration time) {
        List<String> problems = ended.text("failure")
                .map(List::of)
                .orElseGet(() -> ended.list("firstRejected").stream()
                        .limit(SHOWN_REJECTIONS)
                        .map(FileImport::line)
                        .toList());
        return new Done(
                ended.requireText("id"),
                ended.requireText("status"),
                ended.number("rowsRead"),
                ended.number("rowsAccepted"),
                ended.number("rowsRejected"),
                ended.number("rowsSkipped"),
                problems,
                ended.text("reportUrl").map(URI::create),
                time);
    }

    private static String line(Answer rejected) {
        String place = rejected.text("file").map(file -> file + ", ").orElse("") + "line " + rejected.number("line");
        String field = rejected.text("field").map(name -> ", " + name).orElse("");
        return place + field + ": " + rejected.requireText("reason");
    }
}
