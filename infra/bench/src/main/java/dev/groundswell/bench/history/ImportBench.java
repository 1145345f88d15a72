package dev.groundswell.bench.history;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.jr.ob.JSON;

/**
 * Two questions. How many lines a second does the import's worker take, and what CPU does a line cost, against reading the same lines and
 * doing nothing with them? And does its heap grow with the file: the peak of a large file against that of one a hundredth its size?
 */
@Command(
        name = "import",
        description = "History import: lines per second, CPU per line, heap of a large file against a small one")
public final class ImportBench implements Bench {

    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024;

    @Option(names = "--lines", paramLabel = "N", description = "of the large file (${DEFAULT-VALUE})")
    private long lines = 2_000_000;

    @Option(names = "--times-smaller", paramLabel = "N", description = "is the small file (${DEFAULT-VALUE})")
    private int timesSmaller = 100;

    @Override
    public Report run() throws Exception {
        var folder = Files.createTempDirectory("groundswell-import");
        try {
            var small = measured(folder.resolve("small.jsonl"), Math.max(1, lines / timesSmaller));
            var large = measured(folder.resolve("large.jsonl"), lines);
            return report(small, large);
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** What importing a file showed. */
    private record Measured(long lines, long fileBytes, Map<String, Object> figures) {

        double number(String name) {
            return figures.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        double linesPerSecond() {
            return lines / number("seconds");
        }

        double bareLinesPerSecond() {
            return lines / number("bareSeconds");
        }

        double cpuMicrosPerLine() {
            return number("cpuNanos") / 1000 / lines;
        }

        double bareCpuMicrosPerLine() {
            return number("bareCpuNanos") / 1000 / lines;
        }

        double peakMebibytes() {
            return number("peakHeapBytes") / BYTES_PER_MEBIBYTE;
        }
    }

    private static Measured measured(Path file, long lines) throws IOException, InterruptedException {
        System.err.println("writing " + lines + " lines");
        GeneratedFile.write(file, lines);
        System.err.println("importing them");
        var figures = new Measured(lines, Files.size(file), inOtherProcess(file));
        if (figures.number("lines") != lines
                || figures.number("rejected") != GeneratedFile.badLines(lines)
                || figures.number("handedOver") != lines - GeneratedFile.badLines(lines)) {
            throw new IllegalStateException("Of " + lines + " lines came " + figures.figures() + ".");
        }
        return figures;
    }

    private static Map<String, Object> inOtherProcess(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command(file))
                .redirectError(Redirect.INHERIT)
                .start();
        var last = "";
        try (var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
            }
        }
        if (process.waitFor() != 0 || !last.startsWith("{")) {
            throw new IOException("The import's process ended with " + process.exitValue() + ".");
        }
        return JSON.std.mapFrom(last);
    }

    private static List<String> command(Path file) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        for (var name : List.of("groundswell.root", "sqlite4java.library.path")) {
            var value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), MeasuredImport.class.getName(), file.toString()));
        return command;
    }

    private static Report report(Measured small, Measured large) {
        var ratio = large.peakMebibytes() / small.peakMebibytes();
        var table = new Table("import", "small file", "large file")
                .row("lines", small.lines(), large.lines())
                .row("MiB", small.fileBytes() / BYTES_PER_MEBIBYTE, large.fileBytes() / BYTES_PER_MEBIBYTE)
                .row("lines rejected, as generated", small.number("rejected"), large.number("rejected"))
                .row("lines/s", small.linesPerSecond(), large.linesPerSecond())
                .row("lines/s, only read", small.bareLinesPerSecond(), large.bareLinesPerSecond())
                .row("CPU microseconds per line", small.cpuMicrosPerLine(), large.cpuMicrosPerLine())
                .row("the same, only read", small.bareCpuMicrosPerLine(), large.bareCpuMicrosPerLine())
                .row("peak heap after collections, MiB", small.peakMebibytes(), large.peakMebibytes())
                .row("ratio of the peaks", "", ratio);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("lines", large.lines());
        figures.put("linesPerSecond", large.linesPerSecond());
        figures.put("bareLinesPerSecond", large.bareLinesPerSecond());
        figures.put("cpuMicrosPerLine", large.cpuMicrosPerLine());
        figures.put("bareCpuMicrosPerLine", large.bareCpuMicrosPerLine());
        figures.put("peakHeapMiB", large.peakMebibytes());
        figures.put("peakHeapRatio", ratio);
        return new Report(table, figures);
    }
}
