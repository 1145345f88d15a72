package dev.groundswell.bench.history;

import dev.groundswell.bench.report.CpuTime;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.history.ImportTable;
import dev.groundswell.cloud.history.StagedItemTable;
import dev.groundswell.cloud.history.record.RecordFileReader;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.Allowance;
import dev.groundswell.core.history.ColumnMappings;
import dev.groundswell.core.history.ImportSteps;
import dev.groundswell.core.history.RunImport;
import dev.groundswell.core.history.StartImport;
import dev.groundswell.core.history.UploadId;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/**
 * Imports one file in a JVM of its own, so that the heap is the worker's: the table in a DynamoDB Local of the same JVM, whose
 * own heap is the same for every file. Prints one JSON object.
 */
public final class MeasuredImport {

    private MeasuredImport() {}

    public static void main(String[] args) throws IOException {
        var file = Path.of(args[0]);
        var figures = new LinkedHashMap<String, Object>();
        var start = System.nanoTime();
        var cpu = CpuTime.ofProcessNanos();
        figures.put("lines", lines(file));
        figures.put("bareSeconds", seconds(start));
        figures.put("bareCpuNanos", CpuTime.ofProcessNanos() - cpu);
        try (var tables = FreshTables.open()) {
            figures.putAll(imported(file, tables));
        }
        System.out.println(JSON.std.asString(figures));
        System.exit(0);
    }

    /** The bare reference: the same file's lines, and nothing else done with them. */
    private static long lines(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return reader.lines().count();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Map<String, Object> imported(Path path, FreshTables tables) {
        var time = InstantSource.system();
        var file = new LocalFile(path);
        var queue = new AcceptingQueue();
        ImportSteps steps = (_, _, _, _) -> {};
        var table = new ImportTable(tables.client(), tables.name("Imports"));
        var started = new StartImport(table, steps, file, new RecordFileReader(), noMappings(), time)
                .start(
                        BenchStore.STORE.id(),
                        new StartImport.Request(
                                UploadId.at(time.instant(), 1), SourceFormat.ORDER_CHANGES, null, null, "bench"));
        var id = ((StartImport.Result.Started) started).fresh().id();
        var ports = new RunImport.Ports(
                table,
                steps,
                file,
                new RecordFileReader(),
                queue,
                queue,
                file,
                new StagedItemTable(tables.client(), tables.name("Imports"), time));
        var start = System.nanoTime();
        var cpu = CpuTime.ofProcessNanos();
        long heap;
        try (var peak = new PeakHeap()) {
            var result = new RunImport(ports, time).run(BenchStore.STORE, id, 0, "bench", new EndlessTime());
            if (!(result instanceof RunImport.Result.Over)) {
                throw new IllegalStateException("The import ended with " + result + ".");
            }
            heap = peak.bytes();
        }
        var it = table.find(BenchStore.STORE.id(), id).orElseThrow();
        return Map.of(
                "seconds", seconds(start),
                "cpuNanos", CpuTime.ofProcessNanos() - cpu,
                "peakHeapBytes", heap,
                "accepted", it.progress().accepted(),
                "rejected", it.progress().rejected(),
                "handedOver", queue.texts());
    }

    /** The bench's format needs none. */
    private static ColumnMappings noMappings() {
        return (ColumnMappings) Proxy.newProxyInstance(
                ColumnMappings.class.getClassLoader(), new Class<?>[] {ColumnMappings.class}, (_, method, _) -> {
                    throw new IllegalStateException(
                            "No mapping is asked for, yet " + method.getName() + " was called.");
                });
    }

    private static final class EndlessTime implements Allowance {

        @Override
        public boolean suffices() {
            return true;
        }

        @Override
        public void pause(Duration duration) {
            // The queue that takes everything is never full.
        }
    }
}
