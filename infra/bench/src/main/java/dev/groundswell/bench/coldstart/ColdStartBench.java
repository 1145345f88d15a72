package dev.groundswell.bench.coldstart;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.local.aws.LocalQueues;
import dev.groundswell.local.event.SentMessages;
import dev.groundswell.local.template.FunctionResource;
import dev.groundswell.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * CPU time from the start of a process to its first answer, for every function of the template: unpacked from its zip, run
 * by Lambda's own runtime interface client with Lambda's flags, against emulators that live in this process and so do not
 * count. An empty function, measured in turn with the others, tells the price of Java itself.
 */
@Command(
        name = "cold-start",
        description = "CPU from a fresh JVM to each function's first answer, against an empty one")
public final class ColdStartBench implements Bench {

    static final String EMPTY = "(empty)";

    private static final int EMPTY_MEMORY = 1024;
    private static final double NANOS_PER_MILLI = 1e6;

    /** All events differ, and there are this many. */
    private static final int MAX_SAMPLES = 150;

    @Option(names = "--samples", paramLabel = "N", description = "of which the median counts (${DEFAULT-VALUE})")
    private int samples = 9;

    @Option(names = "--function", paramLabel = "ID", description = "only this one; may be repeated (all)")
    private Set<String> only = Set.of();

    @Option(names = "--jvm-option", paramLabel = "OPTION", description = "another one; may be repeated")
    private List<String> jvmOptions = List.of();

    @Override
    public Report run() throws Exception {
        if (samples < 1 || samples > MAX_SAMPLES) {
            throw new UnusableInputException("--samples must be 1 to " + MAX_SAMPLES + ", not " + samples + ".");
        }
        var folder = Files.createTempDirectory("groundswell-cold-start");
        var port = FreshTables.freePort();
        try (var queues = LocalQueues.open(Optional.empty(), port, new SentMessages());
                var secrets = SecretsEndpoint.open();
                var tables = FreshTables.open()) {
            var template = FreshTables.template(queues.endpoint());
            queues.create(template.queues());
            var starts = new ColdStart(jvmOptions, environment(tables.listen(), queues.endpoint(), secrets.url()));
            return measure(starts, deployments(template, folder), FirstEvents.prepare(tables));
        } finally {
            delete(folder);
        }
    }

    private static Map<String, String> environment(String tables, String queues, String secrets) {
        return Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "bench",
                "AWS_SECRET_ACCESS_KEY", "bench",
                "AWS_SESSION_TOKEN", "bench",
                "AWS_ENDPOINT_URL_DYNAMODB", tables,
                "AWS_ENDPOINT_URL_SQS", queues,
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets,
                "PATH", System.getenv().getOrDefault("PATH", ""),
                "LANG", "en_US.UTF-8");
    }

    /** The empty function first, then those of the template whose zip is built. */
    private List<Deployment> deployments(Template template, Path folder) {
        var root = FreshTables.root();
        var unpacked = new HashMap<Path, List<Path>>();
        var deployments = new ArrayList<Deployment>();
        deployments.add(new Deployment(
                EMPTY,
                EmptyHandler.class.getName(),
                EMPTY_MEMORY,
                Deployment.ofOneClass(EmptyHandler.class, folder.resolve("empty")),
                Map.of()));
        only.stream().filter(id -> template.function(id).isEmpty()).findFirst().ifPresent(id -> {
            throw new UnusableInputException("template.yaml has no function " + id + ".");
        });
        for (var function : template.functions()) {
            var zip = root.resolve(function.codeUri());
            if (!Files.exists(zip) || !(only.isEmpty() || only.contains(function.id()))) {
                continue;
            }
            var classPath = unpacked.computeIfAbsent(
                    zip, _ -> Deployment.unpacked(zip, folder.resolve(Integer.toString(unpacked.size()))));
            deployments.add(deployment(function, classPath));
        }
        return deployments;
    }

    private static Deployment deployment(FunctionResource function, List<Path> classPath) {
        return new Deployment(
                function.id(), function.handlerClass(), function.memoryMegabytes(), classPath, function.environment());
    }

    private Report measure(ColdStart starts, List<Deployment> functions, FirstEvents events)
            throws IOException, InterruptedException {
        var cpu = new LinkedHashMap<String, Samples>();
        var wall = new LinkedHashMap<String, Samples>();
        var classes = new LinkedHashMap<String, Long>();
        for (var function : functions) {
            say("classes of " + function.name());
            classes.put(function.name(), starts.loadedClasses(function, events.of(function.name(), 0)));
        }
        for (var sample = 1; sample <= samples; sample++) {
            say("sample " + sample + " of " + samples);
            for (var function : functions) {
                var taken = starts.start(function, events.of(function.name(), sample));
                check(function, taken.answer());
                cpu.computeIfAbsent(function.name(), _ -> new Samples()).add(millis(taken.cpu()));
                wall.computeIfAbsent(function.name(), _ -> new Samples()).add(millis(taken.wall()));
            }
        }
        return report(cpu, wall, classes);
    }

    private static void check(Deployment function, String answer) {
        if (!answer.contains(FirstEvents.expectedIn(function.name()))) {
            throw new IllegalStateException(function.name() + " did not do its work: " + answer);
        }
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }

    private static Report report(Map<String, Samples> cpu, Map<String, Samples> wall, Map<String, Long> classes) {
        var empty = cpu.getOrDefault(EMPTY, new Samples()).median();
        var table = new Table("cold start", "CPU ms", "ratio to empty", "wall ms", "classes");
        var functions = new LinkedHashMap<String, Object>();
        cpu.forEach((name, samples) -> {
            var median = samples.median();
            var elapsed = wall.getOrDefault(name, new Samples()).median();
            var loaded = classes.getOrDefault(name, 0L);
            table.row(name, median, median / empty, elapsed, loaded);
            if (!name.equals(EMPTY)) {
                functions.put(name, figures(median, median / empty, elapsed, loaded));
            }
        });
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "cold-start");
        figures.put("emptyCpuMs", Samples.rounded(empty));
        figures.put("functions", functions);
        return new Report(table, figures);
    }

    private static Map<String, Object> figures(double cpu, double ratio, double wall, long classes) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cpuMs", Samples.rounded(cpu));
        figures.put("ratioToEmpty", Samples.rounded(ratio));
        figures.put("wallMs", Samples.rounded(wall));
        figures.put("classes", classes);
        return figures;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String what) {
        System.err.println("cold-start: " + what);
    }
}
