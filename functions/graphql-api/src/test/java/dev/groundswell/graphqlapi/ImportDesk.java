package dev.groundswell.graphqlapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.ColumnMappings;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportFiles;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportPhase;
import dev.groundswell.core.history.ImportProgress;
import dev.groundswell.core.history.ImportState;
import dev.groundswell.core.history.ImportSteps;
import dev.groundswell.core.history.Imports;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.history.Position;
import dev.groundswell.core.history.RecordFiles;
import dev.groundswell.core.history.RecordForm;
import dev.groundswell.core.history.Records;
import dev.groundswell.core.history.RejectedLine;
import dev.groundswell.core.history.SourceRecord;
import dev.groundswell.core.history.StoredFile;
import dev.groundswell.core.history.Upload;
import dev.groundswell.core.history.UploadId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.history.ImportPorts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** What imports stand on, in memory: uploads of one part, files of plain comma-separated lines. */
final class ImportDesk implements Imports, ImportFiles, ImportSteps, ColumnMappings, RecordFiles {

    static final String UPLOAD = "20260601T000000Z-00000001";
    static final String FAILED = "20260602T000000Z-00000002";
    static final String RUNNING = "20260602T000000Z-00000003";
    static final String DONE = "20260602T000000Z-00000004";

    /** What {@link #mapping} is made of, as a query writes it. */
    static final String MAPPING = """
        {buyers: ONE_PER_ORDER, times: {formats: ["yyyy-MM-dd HH:mm:ss"]},
         columns: {orderId: "Order", orderedAt: "Placed", paidAt: "Paid", payable: "Total"}}
        """;

    private final Map<String, TreeMap<ImportId, HistoryImport>> imports = new HashMap<>();
    private final Map<String, TreeMap<String, NamedMapping>> mappings = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> contents = new HashMap<>();

    /** The imports whose workers were woken. */
    final List<ImportId> woken = new ArrayList<>();

    ImportPorts ports() {
        return new ImportPorts(this, this, this, this, this, new Random(1));
    }

    /** The shop's browser puts the one part of its file. */
    void put(StoreId store, String upload, String content) {
        contents.put(store + "|" + upload, content);
    }

    /** A worker's checkpoint. */
    void put(StoreId store, HistoryImport checkpoint) {
        of(store).put(checkpoint.id(), checkpoint);
    }

    private NavigableMap<ImportId, HistoryImport> of(StoreId store) {
        return imports.computeIfAbsent(store.value(), _ -> new TreeMap<>());
    }

    @Override
    public boolean add(StoreId store, HistoryImport fresh) {
        return of(store).putIfAbsent(fresh.id(), fresh) == null;
    }

    @Override
    public Optional<HistoryImport> find(StoreId store, ImportId id) {
        return Optional.ofNullable(of(store).get(id));
    }

    @Override
    public List<HistoryImport> newest(StoreId store, int limit, Optional<ImportId> before) {
        return of(store).descendingMap().values().stream()
                .filter(each -> before.map(id -> each.id().compareTo(id) < 0).orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<HistoryImport> ofSameContent(StoreId store, HistoryImport than) {
        return of(store).values().stream()
                .filter(each -> !each.id().equals(than.id()))
                .filter(each -> each.file().contentTag().equals(than.file().contentTag()))
                .max(Comparator.comparing(HistoryImport::id));
    }

    @Override
    public Optional<HistoryImport> cancel(StoreId store, ImportId id, Instant now) {
        return find(store, id).map(found -> found.state().isOver() ? found : ended(store, found, now));
    }

    /** The same with a file of no telling name. */
    void hasOneOfEachKind(StoreId store) {
        hasOneOfEachKind(store, "orders.csv");
    }

    /** A mapping, an upload that can be started, and imports that are done, under way and failed. */
    void hasOneOfEachKind(StoreId store, String fileName) {
        var mapping = new NamedMapping("ours", mapping(), Api.NOW);
        save(store, mapping);
        prepare(store, new UploadId(UPLOAD), fileName, 10, Api.NOW);
        put(store, UPLOAD, "Order,Placed,Paid,Total\nT9,2026-06-01 10:00:00,,20.00\nT8,yesterday,,20.00\n");
        var file = new StoredFile(new UploadId(UPLOAD), fileName, 86, contentTag(store));
        var items = new StoredFile(new UploadId(UPLOAD), "items.csv", 10, "items");
        var began = Api.NOW.minusSeconds(10);
        var step = new ImportProgress.Step(began, 0, 0);
        put(
                store,
                new HistoryImport(
                        new ImportId(DONE),
                        file,
                        SourceFormat.MAPPED_CSV,
                        mapping,
                        null,
                        "ann",
                        began,
                        began,
                        Api.NOW,
                        new ImportState.Completed(),
                        ImportPhase.REPORT,
                        new ImportProgress(2, 1, 1, 0, 1, 86, 86, step),
                        List.of(new RejectedLine("", 3, "Placed", "It must be a time.")),
                        true));
        put(
                store,
                new HistoryImport(
                        new ImportId(RUNNING),
                        file,
                        SourceFormat.TAOBAO_EXPORT,
                        null,
                        items,
                        "ann",
                        began,
                        began,
                        null,
                        new ImportState.Running(),
                        ImportPhase.FILE,
                        new ImportProgress(2, 1, 1, 0, 1, 43, 86, step),
                        List.of(new RejectedLine("a.csv", 3, "", "It must be a row.")),
                        false));
        put(
                store,
                new HistoryImport(
                        new ImportId(FAILED),
                        file,
                        SourceFormat.SHOPIFY,
                        null,
                        null,
                        "ann",
                        began,
                        began,
                        Api.NOW,
                        new ImportState.Failed("It is no JSON."),
                        ImportPhase.REPORT,
                        ImportProgress.none(86),
                        List.of(),
                        false));
    }

    private String contentTag(StoreId store) {
        return complete(store, new UploadId(UPLOAD)) instanceof Completion.Complete(var file) ? file.contentTag() : "";
    }

    private static ColumnMapping mapping() {
        var read = ColumnMapping.read(Map.of(
                "buyers", "ONE_PER_ORDER",
                "columns", Map.of("orderId", "Order", "orderedAt", "Placed", "paidAt", "Paid", "payable", "Total"),
                "times", Map.of("formats", List.of("yyyy-MM-dd HH:mm:ss"))));
        return ((ColumnMapping.Reading.Valid) read).mapping();
    }

    /** Its worker is through, and has rejected a line. */
    void finish(StoreId store, String id) {
        var found = find(store, new ImportId(id)).orElseThrow();
        var step = new ImportProgress.Step(found.createdAt(), 0, 0);
        put(
                store,
                new HistoryImport(
                        found.id(),
                        found.file(),
                        found.format(),
                        found.mapping(),
                        found.itemFile(),
                        found.startedBy(),
                        found.createdAt(),
                        found.createdAt(),
                        found.createdAt().plusSeconds(1),
                        new ImportState.Completed(),
                        ImportPhase.REPORT,
                        new ImportProgress(
                                2,
                                1,
                                1,
                                0,
                                1,
                                found.file().bytes(),
                                found.file().bytes(),
                                step),
                        List.of(new RejectedLine("", 3, "Placed", "It must be a time.")),
                        true));
    }

    private HistoryImport ended(StoreId store, HistoryImport found, Instant now) {
        var ended = new HistoryImport(
                found.id(),
                found.file(),
                found.format(),
                found.mapping(),
                found.itemFile(),
                found.startedBy(),
                found.createdAt(),
                found.startedAt(),
                now,
                new ImportState.Cancelled(),
                found.phase(),
                found.progress(),
                found.firstRejected(),
                found.hasReport());
        put(store, ended);
        return ended;
    }

    @Override
    public Upload prepare(StoreId store, UploadId id, String fileName, long bytes, Instant now) {
        names.put(store + "|" + id, fileName);
        var part = new Upload.Part(1, URI.create("https://files.example/" + store + "/" + id), 0, bytes);
        return new Upload(id, List.of(part), now.plus(Duration.ofHours(12)));
    }

    @Override
    public Completion complete(StoreId store, UploadId id) {
        var name = names.get(store + "|" + id);
        if (name == null) {
            return new Completion.Unknown();
        }
        var content = contents.get(store + "|" + id);
        return content == null
                ? new Completion.Incomplete(List.of(1))
                : new Completion.Complete(
                        new StoredFile(id, name, content.length(), Integer.toString(content.hashCode())));
    }

    @Override
    public InputStream open(StoreId store, StoredFile file, long fromByte) {
        return new ByteArrayInputStream(
                requireNonNull(contents.get(store + "|" + file.upload())).getBytes(UTF_8));
    }

    @Override
    public Optional<URI> reportAddress(StoreId store, ImportId id) {
        return Optional.of(URI.create("https://files.example/" + store + "/report/" + id));
    }

    @Override
    public void wake(StoreId store, ImportId id, int step, Duration delay) {
        woken.add(id);
    }

    @Override
    public void save(StoreId store, NamedMapping mapping) {
        mappings.computeIfAbsent(store.value(), _ -> new TreeMap<>()).put(mapping.name(), mapping);
    }

    @Override
    public Optional<NamedMapping> find(StoreId store, String name) {
        return Optional.ofNullable(
                mappings.getOrDefault(store.value(), new TreeMap<>()).get(name));
    }

    @Override
    public List<NamedMapping> all(StoreId store) {
        return List.copyOf(mappings.getOrDefault(store.value(), new TreeMap<>()).values());
    }

    @Override
    public boolean delete(StoreId store, String name) {
        return mappings.getOrDefault(store.value(), new TreeMap<>()).remove(name) != null;
    }

    @Override
    public Records open(Stored stored, RecordForm form, FileHints hints, Position from, Patience patience) {
        try (var bytes = stored.from(0)) {
            return new Rows(new String(bytes.readAllBytes(), UTF_8).lines().toList());
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    /** Lines under a header, cut at commas. */
    private static final class Rows implements Records {

        private final List<String> header;
        private final Iterator<String> lines;
        private long line = 1;

        Rows(List<String> lines) {
            this.header = List.of(lines.getFirst().split(",", -1));
            this.lines = lines.iterator();
            this.lines.next();
        }

        @Override
        public SourceRecord next() {
            if (!lines.hasNext()) {
                return new SourceRecord.End();
            }
            line++;
            var text = lines.next();
            var cells = text.split(",", -1);
            var values = new LinkedHashMap<String, Object>();
            for (var i = 0; i < Math.min(header.size(), cells.length); i++) {
                values.put(header.get(i), cells[i]);
            }
            return new SourceRecord.Row("", line, text, values);
        }

        @Override
        public Position position() {
            return new Position(0, line, line + 1, "");
        }

        @Override
        public long storedBytesRead() {
            return line;
        }

        @Override
        public List<String> columns() {
            return header;
        }

        @Override
        public String description() {
            return "columns separated by \",\"";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
