package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.AudienceRows;
import dev.groundswell.core.audience.AudienceShardsInMemory;
import dev.groundswell.core.audience.CompactAudience;
import dev.groundswell.core.audience.CompactionLimits;
import dev.groundswell.core.audience.Delta;
import dev.groundswell.core.audience.ReadAudience;
import dev.groundswell.core.audience.RememberedRows;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.segment.RuleBinder;
import dev.groundswell.core.segment.Segment;
import dev.groundswell.core.segment.SegmentId;
import dev.groundswell.core.segment.SegmentsInMemory;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A store with customers, and workers that freeze audiences of it. Customer {@code i} has {@code i % 4} orders, ten days
 * apart, the latest of them within the last 25 days.
 */
public final class FreezeDesk {

    public static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    public static final Instant NOW = Instant.parse("2026-11-22T03:12:05Z");

    /** Some customers are decided by columns, some by their orders, and some are out by columns. */
    public static final String RULE = "paid_orders >= 3 OR orders(amount >= 300 AND placed_at >= -20d) >= 1";

    /** So that a few dozen customers make many ranges and chunks. */
    private static final FreezeSizes SMALL = new FreezeSizes(3, 2, 2);

    private static final BuyerHistory NONE = new BuyerHistory(List.of(), List.of());

    private static final int CUSTOMERS = 64;
    private static final int MAX_ROUNDS = 40;

    final FrozenAudiencesInMemory audiences = new FrozenAudiencesInMemory();
    final AudienceStepsInMemory steps = new AudienceStepsInMemory();
    final SegmentsInMemory segments = new SegmentsInMemory();
    private final AudienceShardsInMemory shards = new AudienceShardsInMemory();
    private final Map<BuyerId, BuyerHistory> histories = new ConcurrentHashMap<>();
    private final Random random = new Random(7);
    private Instant now = NOW;
    private int attempts;
    private long version = 1;

    public FreezeDesk() {
        IntStream.range(0, CUSTOMERS).forEach(i -> put("B" + i, orders(i)));
    }

    static List<Order> orders(int i) {
        var orders = new ArrayList<Order>();
        for (var k = 0; k < i % 4; k++) {
            orders.add(AnOrder.anOrder("T" + i + "-" + k)
                    .by("B" + i)
                    .of("=name " + i, i % 3 == 0 ? null : "+86138001380" + (10 + i), i % 2 == 0 ? i + "@QQ.com" : null)
                    .to("CN", "浙江, \"" + i % 5 + "\"")
                    .placedAt(NOW.minus(Duration.ofDays(age(i, k))))
                    .paidAfter(Duration.ofMinutes(1))
                    .costing(amount(i) * 100L)
                    .build());
        }
        return orders;
    }

    private static int age(int i, int k) {
        return 10 * k + i % 25 + 1;
    }

    private static int amount(int i) {
        return 100 + 100 * (i % 5);
    }

    /** What {@link #RULE} means. */
    static boolean isMember(int i) {
        return i % 4 >= 3 || (amount(i) >= 300 && IntStream.range(0, i % 4).anyMatch(k -> age(i, k) <= 20));
    }

    static List<BuyerId> members() {
        return IntStream.range(0, CUSTOMERS)
                .filter(FreezeDesk::isMember)
                .mapToObj(i -> new BuyerId("B" + i))
                .toList();
    }

    /** A buyer with these orders, as of now. */
    void put(String buyer, List<Order> orders) {
        var id = new BuyerId(buyer);
        var history = new BuyerHistory(orders, List.of());
        histories.put(id, history);
        var row = AudienceRows.of(CustomerProfile.of(id, history, STORE), version++);
        shards.put(STORE.id(), new Delta.Changed(row));
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void foldAll() {
        IntStream.range(0, AudienceIndex.SHARDS).forEach(shard -> compaction().fold(STORE.id(), shard));
    }

    private CompactAudience compaction() {
        return new CompactAudience(shards, remembered(), CompactionLimits.DEFAULT.with(10, 4), this::now, random);
    }

    private static RememberedRows remembered() {
        return new RememberedRows(1_000_000);
    }

    private AudienceIndex index() {
        return new ReadAudience(shards, remembered());
    }

    RuleBinder binder() {
        return new RuleBinder(segments, new FestivalCalendar());
    }

    static SegmentRule rule(String text) {
        return ((RuleReading.Read) RuleText.read(text)).rule();
    }

    // ---- what people do

    /** A new segment, or another rule for the one that there is. */
    void save(String id, String rule) {
        var known = segments.find(STORE.id(), new SegmentId(id));
        var revision = known.map(Segment::revision).orElse(0L) + 1;
        segments.save(STORE.id(), new Segment(new SegmentId(id), id, "", rule(rule), now, now, revision));
    }

    AudienceId frozen(String rule) {
        return frozen(rule, CrashingWorker.never());
    }

    AudienceId frozen(String rule, CrashingWorker worker) {
        var freeze = new FreezeAudience(
                worker.around(FrozenAudiences.class, audiences), worker.around(AudienceSteps.class, steps), this::now);
        var request = new FreezeAudience.Request("Autumn", null, rule(rule), "tester");
        var result = (FreezeAudience.Result.Begun) freeze.freeze(STORE.id(), request);
        return result.audience().id();
    }

    FrozenAudience read(AudienceId id) {
        return audiences.find(STORE.id(), id).orElseThrow();
    }

    FrozenAudience.Ready ready(AudienceId id) {
        return (FrozenAudience.Ready) read(id);
    }

    /** All members as they are written down, in their order. */
    List<AudienceRow> members(AudienceId id) {
        var members = new ArrayList<AudienceRow>();
        for (var range : audiences.ranges(STORE.id(), id)) {
            for (var number = 0; number < range.chunks(); number++) {
                members.addAll(audiences.chunk(STORE.id(), id, range, number).rows());
            }
        }
        return members;
    }

    // ---- what workers do

    void work(AudienceStep step, CrashingWorker worker) {
        var runs = worker.around(FreezeRuns.class, audiences);
        var attempt = "attempt-" + attempts++;
        switch (step) {
            case AudienceStep.Start(var id) ->
                new StartFreeze(
                                runs,
                                worker.around(AudienceSteps.class, steps),
                                index(),
                                compaction(),
                                binder(),
                                SMALL,
                                this::now)
                        .start(STORE, id, attempt);
            case AudienceStep.Range(var id, var range) -> freezeRange(runs, id, range, attempt, () -> true);
            case AudienceStep.Export _ -> throw new IllegalArgumentException("Nothing is exported here.");
        }
    }

    FreezeRange.Result freezeRange(
            FreezeRuns runs, AudienceId id, RangeId range, String attempt, BooleanSupplier timeLeft) {
        return new FreezeRange(runs, index(), this::history, SMALL, this::now)
                .freeze(STORE, id, range, attempt, timeLeft);
    }

    private BuyerHistories.Read history(StoreId store, BuyerId buyer) {
        return new BuyerHistories.Read(histories.getOrDefault(buyer, NONE), 1, 1);
    }

    /** Some minutes later. */
    void watch(CrashingWorker worker) {
        pass(FreezeLimits.WOKEN_AGAIN_AFTER.plusSeconds(60));
        new WatchFreezes(
                        worker.around(OpenWork.class, audiences),
                        worker.around(FreezeRuns.class, audiences),
                        worker.around(AudienceExports.class, audiences),
                        worker.around(AudienceSteps.class, steps),
                        this::now)
                .watch();
    }

    /** How messages reach their workers. */
    interface Delivery {
        List<AudienceStep> of(List<AudienceStep> sent);
    }

    /** Until it is over. A message whose worker dies is lost: the watchdog has to find out. */
    void workUntilOver(AudienceId id, CrashingWorker worker, Delivery delivery) {
        for (var round = 0; read(id) instanceof FrozenAudience.Freezing; round++) {
            if (round == MAX_ROUNDS) {
                throw new AssertionError("It does not come to an end: " + read(id));
            }
            var sent = steps.take();
            if (sent.isEmpty()) {
                surviving(() -> watch(worker));
            }
            delivery.of(sent).forEach(step -> surviving(() -> work(step, worker)));
        }
    }

    void workUntilOver(AudienceId id) {
        workUntilOver(id, CrashingWorker.never(), sent -> sent);
    }

    static void surviving(Runnable work) {
        try {
            work.run();
        } catch (CrashingWorker.Crash expected) {
            // Another worker goes on.
        }
    }
}
