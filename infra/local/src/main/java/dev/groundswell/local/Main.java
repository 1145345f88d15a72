package dev.groundswell.local;

import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.local.demo.DemoBehaviour;
import dev.groundswell.local.demo.DemoHistory;
import dev.groundswell.local.history.FileImport;
import dev.groundswell.local.history.HistoryFile;
import dev.groundswell.local.history.Import;
import dev.groundswell.local.history.Replay;
import dev.groundswell.local.history.StoreFigures;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import dev.groundswell.local.template.TemplateException;
import dev.groundswell.local.time.Speed;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import tools.jackson.jr.ob.JSON;

/** {@code infra/local/run}: reads the flags, starts the run, brings in its data, says where everything is, and serves. */
@Command(
        name = "infra/local/run",
        sortOptions = false,
        usageHelpWidth = 110,
        description = {
            "Runs template.yaml in one process: DynamoDB, SQS, every function with its events, the API and GraphiQL.",
            "Needs no AWS account and no Docker, and listens on this machine only.",
            ""
        })
public final class Main implements Callable<Integer> {

    private static final int RUN_ERROR = 1;
    private static final int USAGE_ERROR = 2;

    private final PrintStream out;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the API and GraphiQL (default: ${DEFAULT-VALUE}; 0 takes a free one). DynamoDB and"
                    + " SQS take the next two.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory that keeps tables, streams and queues across runs, through a kill -9 too."
                    + " Without it everything is in memory.")
    private @Nullable Path data;

    @Option(names = "--empty", description = "Start without the demo store's customers and orders.")
    private boolean empty;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Shanghai",
            converter = ZoneConverter.class,
            description = "The store's time zone, e.g. Asia/Shanghai or -03:00 (default: ${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "CNY",
            converter = CurrencyConverter.class,
            description = "The store's currency, e.g. CNY or BRL (default: ${DEFAULT-VALUE}).")
    private Currency currency = Currency.getInstance("CNY");

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "Start the clock there, e.g. 2026-06-17T15:59:00Z; it ticks on. Nothing expires then.")
    private @Nullable Instant clock;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            converter = SpeedConverter.class,
            description = "How many times faster than real time the clock runs; with --replay also max: from event to"
                    + " event without waiting (default: 1, or max with --replay).")
    private @Nullable Speed speed;

    @Option(
            names = "--import",
            paramLabel = "FILE",
            description =
                    "A file of orders or behaviour to import before serving, by the API and its upload. Importing it"
                            + " again changes nothing; one that was killed goes on in the next run.")
    private @Nullable Path importFile;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "What the file of --import holds: order-changes, taobao-export, taobao-trades, shopify,"
                    + " woocommerce, mapped-csv, behaviour-events or taobao-behaviour (default: guessed from its"
                    + " beginning).")
    private @Nullable SourceFormat format;

    @Option(names = "--items", paramLabel = "FILE", description = "The item file that goes with a taobao-export.")
    private @Nullable Path itemFile;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "The column mapping (JSON) by which a mapped-csv is read; docs/mappings has examples.")
    private @Nullable Path mappingFile;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Order changes (JSON Lines) to feed as live ones, the clock following their modifiedAt.")
    private @Nullable Path replayFile;

    @SuppressWarnings("UnusedVariable") // picocli looks at it.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        var commandLine = new CommandLine(new Main(out));
        commandLine.setParameterExceptionHandler((e, _) -> refuse(err, USAGE_ERROR, e.getMessage()));
        commandLine.setExecutionExceptionHandler((e, _, _) -> refuse(err, RUN_ERROR, message(e)));
        return commandLine.execute(arguments);
    }

    private static int refuse(PrintStream err, int code, @Nullable String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("").strip();
        String sentence = line.endsWith(".") ? line : line + ".";
        err.println("infra/local/run: " + sentence + (code == USAGE_ERROR ? " See --help." : ""));
        return code;
    }

    private static String message(Exception e) {
        return switch (e) {
            case LocalRunException _, TemplateException _, PortTakenException _ -> String.valueOf(e.getMessage());
            default -> e.toString();
        };
    }

    @Override
    public Integer call() throws PortTakenException, InterruptedException {
        long startedAt = System.nanoTime();
        Optional<FileImport.Request> imported = Optional.ofNullable(importFile).map(this::request);
        Optional<HistoryFile> replayed = Optional.ofNullable(replayFile).map(HistoryFile::open);
        if (importFile == null && (format != null || itemFile != null || mappingFile != null)) {
            throw new LocalRunException("--format, --items and --mapping say how to read the file of an --import.");
        }
        if (speed instanceof Speed.Max && replayed.isEmpty()) {
            throw new LocalRunException(
                    "--speed max jumps from event to event of a --replay; give a number without one.");
        }
        LocalSystem system = LocalSystem.start(options(replayed.isPresent()));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system, stopped)));
        if (speed instanceof Speed.Times(double factor) && replayed.isEmpty()) {
            system.clock().set(system.clock().instant(), factor);
        }
        if (!empty) {
            bringInDemo(system);
        }
        imported.ifPresent(file -> bringIn(system, file));
        out.printf(
                Locale.ROOT,
                "Started in %.1f s.%n",
                Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0);
        new Welcome(system, out).print();
        replayed.ifPresent(file -> replay(system, file));
        stopped.await();
        return 0;
    }

    private LocalOptions options(boolean replaying) {
        LocalOptions options = LocalOptions.inMemory().withPort(port).withStore(currency, zone);
        options = data == null ? options : options.withData(data);
        options = clock == null ? options : options.withClock(clock);
        return replaying ? options.withoutExpiry() : options;
    }

    /** Once per directory: a later run finds it there, also one that follows a kill half-way. */
    private void bringInDemo(LocalSystem system) {
        var mark = new DemoMark(Optional.ofNullable(data));
        Instant end = mark.endOfHistory(system.clock().instant());
        if (mark.isDone()) {
            return;
        }
        var history = new DemoHistory(end, zone, currency);
        var demo = new Import(system, "Making the demo store");
        demo.sendBehaviour(new DemoBehaviour(end, zone)::forEach);
        Import.Done done = demo.run(history.count(), history::forEach);
        mark.done();
        out.printf(
                Locale.ROOT,
                "Made the demo store: %,d orders in %.1f s.%n",
                done.changes(),
                done.time().toMillis() / 1000.0);
    }

    private FileImport.Request request(Path file) {
        var request = FileImport.Request.of(
                file, Optional.ofNullable(format), Optional.ofNullable(itemFile), Optional.ofNullable(mappingFile));
        if (format == null) {
            out.printf("Taking %s for %s; --format says otherwise.%n", file, FormatConverter.name(request.format()));
        }
        return request;
    }

    private void bringIn(LocalSystem system, FileImport.Request request) {
        FileImport.Done done = new FileImport(system).run(request);
        out.printf(
                Locale.ROOT,
                "Import %s of %s %s in %.1f s, %,d rows a second: %,d rows read, %,d accepted, %,d rejected, %,d"
                        + " skipped.%n",
                done.id(),
                request.file(),
                done.status().toLowerCase(Locale.ROOT),
                done.time().toMillis() / 1000.0,
                done.rowsPerSecond(),
                done.rows(),
                done.accepted(),
                done.rejected(),
                done.skipped());
        done.problems().forEach(problem -> out.println("  " + problem));
        done.report().ifPresent(report -> out.printf("All rejected lines: %s%n", report));
        StoreFigures figures = StoreFigures.of(system);
        out.printf(Locale.ROOT, "The store has %,d orders of %,d customers.%n", figures.orders(), figures.customers());
    }

    private void replay(LocalSystem system, HistoryFile file) {
        Replay.Done done = new Replay(system, speed == null ? new Speed.Max() : speed).run(file.inOrder());
        var line = new LinkedHashMap<String, Object>();
        line.put("changes", done.changes());
        line.put("from", done.from().toString());
        line.put("to", done.to().toString());
        line.put("schedulesFired", done.schedulesFired());
        StoreFigures figures = StoreFigures.of(system);
        line.put("orders", figures.orders());
        line.put("customers", figures.customers());
        line.put("seconds", done.time().toMillis() / 1000.0);
        out.println(JSON.std.asString(line));
        out.flush();
    }

    private static void stop(LocalSystem system, CountDownLatch stopped) {
        system.close();
        stopped.countDown();
    }

    // ---- values

    private static final class ZoneConverter implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new CommandLine.TypeConversionException(
                        "'" + text + "' is no time zone such as Asia/Shanghai or -03:00");
            }
        }
    }

    private static final class CurrencyConverter implements ITypeConverter<Currency> {
        @Override
        public Currency convert(String text) {
            try {
                return Currency.getInstance(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException("'" + text + "' is no currency code such as CNY or BRL");
            }
        }
    }

    private static final class FormatConverter implements ITypeConverter<SourceFormat> {
        @Override
        public SourceFormat convert(String text) {
            return Arrays.stream(SourceFormat.values())
                    .filter(format -> name(format).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "'" + text + "' is none of the formats that --help lists"));
        }

        static String name(SourceFormat format) {
            return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new CommandLine.TypeConversionException(
                        "'" + text + "' is no instant such as 2026-06-17T15:59:00Z");
            }
        }
    }

    private static final class SpeedConverter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            try {
                return Speed.parse(text);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException("'" + text + "' is neither a number above 0 nor max");
            }
        }
    }
}
