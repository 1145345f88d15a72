package dev.groundswell.graphqlapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.groundswell.cloud.history.record.RecordFileReader;
import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.ColumnMappingsInMemory;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportFiles;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportPhase;
import dev.groundswell.core.history.ImportProgress;
import dev.groundswell.core.history.ImportState;
import dev.groundswell.core.history.ImportStepsInMemory;
import dev.groundswell.core.history.ImportsInMemory;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.history.RejectedLine;
import dev.groundswell.core.history.StoredFile;
import dev.groundswell.core.history.Upload;
import dev.groundswell.core.history.UploadId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.history.ImportPorts;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What imports stand on, in memory; its uploads have one part, and every store may have one of the same id. */
final class ImportDesk implements ImportFiles {

    static final String UPLOAD = "20260601T000000Z-00000001";
    static final String FAILED = "20260602T000000Z-00000002";
    static final String RUNNING = "20260602T000000Z-00000003";
    static final String DONE = "20260602T000000Z-00000004";

    /** What {@link #mapping} is made of, as a query writes it. */
    static final String MAPPING = """
        {buyers: ONE_PER_ORDER, times: {formats: ["yyyy-MM-dd HH:mm:ss"]},
         columns: {orderId: "Order", orderedAt: "Placed", paidAt: "Paid", payable: "Total"}}
        """;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> contents = new HashMap<>();
    private final ImportsInMemory imports = new ImportsInMemory();
    private final ColumnMappingsInMemory mappings = new ColumnMappingsInMemory();

    /** What wakes the imports' workers. */
    final ImportStepsInMemory steps = new ImportStepsInMemory(() -> Api.NOW);

    ImportPorts ports() {
        return new ImportPorts(imports, this, steps, new RecordFileReader(), mappings, new Random(1));
    }

    /** The shop's browser puts the one part of its file. */
    void put(StoreId store, String upload, String content) {
        contents.put(store + "|" + upload, content);
    }

    /** The same with a file of no telling name. */
    void hasOneOfEachKind(StoreId store) {
        hasOneOfEachKind(store, "orders.csv");
    }

    /** A mapping, an upload that can be started, and imports that are done, under way and failed. */
    void hasOneOfEachKind(StoreId store, String fileName) {
        var mapping = new NamedMapping("ours", mapping(), Api.NOW);
        mappings.save(store, mapping);
        prepare(store, new UploadId(UPLOAD), fileName, 10, Api.NOW);
        put(store, UPLOAD, "Order,Placed,Paid,Total\nT9,2026-06-01 10:00:00,,20.00\nT8,yesterday,,20.00\n");
        var file = ((Completion.Complete) complete(store, new UploadId(UPLOAD))).file();
        var items = new StoredFile(new UploadId(UPLOAD), "items.csv", 10, "items");
        var began = Api.NOW.minusSeconds(10);
        var step = new ImportProgress.Step(began, 0, 0);
        imports.add(
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
        imports.add(
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
        imports.add(
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

    private static ColumnMapping mapping() {
        var read = ColumnMapping.read(Map.of(
                "buyers", "ONE_PER_ORDER",
                "columns", Map.of("orderId", "Order", "orderedAt", "Placed", "paidAt", "Paid", "payable", "Total"),
                "times", Map.of("formats", List.of("yyyy-MM-dd HH:mm:ss"))));
        return ((ColumnMapping.Reading.Valid) read).mapping();
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
}
