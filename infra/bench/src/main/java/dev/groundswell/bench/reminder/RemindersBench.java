package dev.groundswell.bench.reminder;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.capacity.CapacityMeter;
import dev.groundswell.bench.capacity.Usage;
import dev.groundswell.bench.order.BarePuts;
import dev.groundswell.bench.order.OrderItems;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.BenchClients;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.dynamodb.BatchWrite;
import dev.groundswell.core.reminder.task.ReminderTask.Hours;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Many orders were placed within a minute and not paid, and all their reminders are due in one minute. They go through the whole
 * template to the simulator, with caps and wallet; the same number of bare conditional puts in the same run is what they are held
 * against. Some of either go before and are not counted, since the compiler's time at the beginning is not theirs.
 */
@Command(
        name = "reminders",
        description =
                "Reminders due in the same minute: how many a second, against bare puts; what an idle sweep reads")
public final class RemindersBench implements Bench {

    private static final int MINUTES = 25;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** So much earlier than the others those are due that are not counted: the clock goes on while they are sent. */
    private static final Duration EARLIER = Duration.ofMinutes(20);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Without any more arrivals for so long, the bench has failed. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final byte[] EVERY_MINUTE =
            "{\"source\":\"aws.events\",\"detail\":{}}".getBytes(StandardCharsets.UTF_8);

    @Option(names = "--reminders", paramLabel = "N", description = "due in one minute (${DEFAULT-VALUE})")
    private int reminders = 100_000;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "due 20 minutes earlier, and bare puts before the others; not counted (${DEFAULT-VALUE})")
    private int warmUp = 10_000;

    @Option(names = "--threads", paramLabel = "N", description = "of the bare puts (${DEFAULT-VALUE})")
    private int threads = 16;

    /** What was measured. */
    private record Run(double perSecond, double countedPerSecond, Usage usage, double idleReadUnits, long doubled) {}

    @Override
    public Report run() throws Exception {
        if (reminders < 1 || threads < 1 || warmUp < 0) {
            throw new UnusableInputException(
                    "At least one reminder is needed, and one thread, and no less than 0 before.");
        }
        say("bare puts");
        var bare = barePuts();
        var meter = new CapacityMeter();
        var options = LocalOptions.inMemory()
                .withoutExpiry()
                .withInstances((function, given) ->
                        function.startsWith("Reminder") ? BenchClients.metered(given, meter) : given);
        try (var system = LocalSystem.start(options)) {
            return report(remind(system, meter), bare);
        }
    }

    private double barePuts() throws InterruptedException {
        try (var puts = new BarePuts()) {
            var now = Instant.now();
            puts.put(items(reminders, warmUp, now), threads);
            var items = items(0, reminders, now);
            var begun = System.nanoTime();
            puts.put(items, threads);
            return perSecond(System.nanoTime() - begun);
        }
    }

    private Run remind(LocalSystem system, CapacityMeter meter) throws InterruptedException {
        var placed = system.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        system.schedules().hold(placed);
        ReminderShop.open(system, placed, List.of(MINUTES), Hours.ALL_DAY, true);
        say("writing " + (warmUp + reminders) + " orders, and waiting until each is noted");
        var orders = new BatchWrite(system.clients().dynamoDb(), FreshTables.name(system.template(), "Orders"));
        orders.put(items(reminders, warmUp, placed.minus(EARLIER)));
        orders.put(items(0, reminders, placed));
        system.awaitDrained();
        say("first looks");
        sweepAt(system, placed.plus(A_MINUTE));
        var idle = idleReadUnits(system, meter);
        say("warming up");
        sweepAt(system, placed.minus(EARLIER).plus(Duration.ofMinutes(MINUTES)));
        awaitArrivals(system, warmUp);
        system.awaitDrained();
        say("reminding");
        var before = meter.read();
        system.holdStreams();
        var begun = System.nanoTime();
        var due = placed.plus(Duration.ofMinutes(MINUTES));
        system.clock().set(due, 1);
        system.schedules().release(due.minusNanos(1));
        awaitArrivals(system, warmUp + reminders);
        var perSecond = perSecond(System.nanoTime() - begun);
        system.awaitDrained();
        say("counting");
        system.releaseStreams();
        system.awaitDrained();
        var countedPerSecond = perSecond(System.nanoTime() - begun);
        var usage = meter.read().minus(before).per(reminders);
        return new Run(
                perSecond,
                countedPerSecond,
                usage,
                idle,
                system.simulator().outbox().doubled());
    }

    private static void sweepAt(LocalSystem system, Instant at) {
        system.clock().set(at, 1);
        system.invoke("ReminderSweep", EVERY_MINUTE);
        system.awaitDrained();
    }

    private static double idleReadUnits(LocalSystem system, CapacityMeter meter) {
        var before = meter.read();
        system.invoke("ReminderSweep", EVERY_MINUTE);
        return meter.read().minus(before).readUnits();
    }

    private static void awaitArrivals(LocalSystem system, int all) throws InterruptedException {
        var outbox = system.simulator().outbox();
        var arrived = 0L;
        for (var last = System.nanoTime(); arrived < all; ) {
            Thread.sleep(PAUSE);
            if (outbox.messages() > arrived) {
                arrived = outbox.messages();
                last = System.nanoTime();
            } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new IllegalStateException("Of " + all + " reminders " + arrived + " arrived, and no more.");
            }
        }
    }

    /** One after the other in the minute that ends then, to the second. */
    private static List<Map<String, AttributeValue>> items(int from, int count, Instant end) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var secondsLeft = A_MINUTE.toSeconds() * (count - 1 - number) / count;
                    return OrderItems.of(OrderItems.order(change(from + number, end.minusSeconds(secondsLeft))));
                })
                .toList();
    }

    private static String change(int number, Instant placed) {
        return """
            {"orderId":"R%07d","buyerId":"B%07d","status":"AWAITING_PAYMENT","orderedAt":"%s","modifiedAt":"%s",\
            "currency":"CNY","payable":"71.94","region":{"country":"CN","province":"浙江省"},\
            "buyer":{"name":"客户%d","phone":"+86135%08d"},"items":[{"itemId":"I1","quantity":1,"price":"71.94"}]}\
            """.formatted(number, number, placed, placed, number, number);
    }

    private double perSecond(long nanos) {
        return reminders * NANOS_PER_SECOND / nanos;
    }

    private Report report(Run run, double bare) {
        var table = new Table("reminders: " + reminders + " due in one minute", "")
                .row("reminders a second", run.perSecond())
                .row("and counted among the results", run.countedPerSecond())
                .row("bare conditional puts a second", bare)
                .row("ratio", run.perSecond() / bare)
                .row("requests to DynamoDB a reminder", run.usage().requests())
                .row("write units a reminder", run.usage().writeUnits())
                .row("read units a reminder", run.usage().readUnits())
                .row("read units of an idle sweep", run.idleReadUnits())
                .row("arrived twice", run.doubled());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "reminders");
        figures.put("reminders", reminders);
        figures.put("warmUp", warmUp);
        figures.put("remindersPerSecond", Samples.rounded(run.perSecond()));
        figures.put("countedPerSecond", Samples.rounded(run.countedPerSecond()));
        figures.put("barePutsPerSecond", Samples.rounded(bare));
        figures.put("ratioToBarePuts", Samples.rounded(run.perSecond() / bare));
        figures.put("requestsPerReminder", Samples.rounded(run.usage().requests()));
        figures.put("writeUnitsPerReminder", Samples.rounded(run.usage().writeUnits()));
        figures.put("readUnitsPerReminder", Samples.rounded(run.usage().readUnits()));
        figures.put("idleSweepReadUnits", Samples.rounded(run.idleReadUnits()));
        figures.put("doubled", run.doubled());
        return new Report(table, figures);
    }

    private static void say(String what) {
        System.err.println("reminders: " + what);
    }
}
