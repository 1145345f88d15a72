package dev.groundswell.core.message.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Workers that know nothing of each other but the book, in virtual time, with books that take their time and calls that arrive late. */
class PaceProperties {

    private static final StoreId STORE = new StoreId("demo");
    private static final Instant BEGIN = Instant.parse("2026-11-11T00:00:00.250Z");
    private static final Duration LASTS = Duration.ofSeconds(20);
    private static final int SLICE = 50;
    private static final int LIMIT = 500;

    @Property(tries = 4)
    void sixteenWorkersNeverExceedALimitByMoreThanTwoPercentAndUseEightyFivePercentOfIt(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int mostParts) {
        var run = new Run(seed, mostParts);
        var provider = AProvider.sms("a", LIMIT).provider();

        run.workers(16, provider, Urgency.CAMPAIGN, LASTS);

        assertThat(run.most()).isLessThanOrEqualTo(LIMIT * 102 / 100);
        assertThat(run.inSeconds(3, 19)).isGreaterThanOrEqualTo(LIMIT * 16L * 85 / 100);
    }

    @Property(tries = 4)
    void workersThatEndWithoutAWordLeaveTheirPartToTheOthers(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int ended) {
        var run = new Run(seed, 2);
        var provider = AProvider.sms("a", LIMIT).provider();

        run.workers(ended, provider, Urgency.CAMPAIGN, Duration.ofSeconds(7), 4, LASTS);

        assertThat(run.most()).isLessThanOrEqualTo(LIMIT * 102 / 100);
        assertThat(run.inSeconds(14, 19)).isGreaterThanOrEqualTo(LIMIT * 5L * 85 / 100);
    }

    @Property(tries = 3)
    void aLimitBelowTheNumberOfWorkersIsSharedByTakingTurns(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int limit) {
        var run = new Run(seed, 1);
        var provider = AProvider.sms("a", limit).provider();

        run.workers(16, provider, Urgency.CAMPAIGN, LASTS);

        var used = Math.max(1, limit * 95 / 100);
        assertThat(run.mostBegun()).isLessThanOrEqualTo(used);
        assertThat(run.inSeconds(3, 19)).isGreaterThanOrEqualTo(used * 16L * 80 / 100);
    }

    @Property(tries = 4)
    void campaignsLeaveTheShareOfReminders(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int kept) {
        var run = new Run(seed, 2);
        var provider = AProvider.sms("a", LIMIT).keptForReminders(kept).provider();

        run.workers(6, provider, Urgency.CAMPAIGN, LASTS);

        assertThat(run.mostBegun()).isLessThanOrEqualTo(LIMIT * 95 / 100 * (100 - kept) / 100);
    }

    /** One run: what began and what arrived in each second of the clock, parts. */
    private static final class Run {

        private final VirtualTime time = new VirtualTime(BEGIN);
        private final PaceBooks books = new PaceBooksInMemory();
        private final Map<Long, Integer> begun = new TreeMap<>();
        private final Map<Long, Integer> arrived = new TreeMap<>();
        private final Random random;
        private final int mostParts;

        Run(long seed, int mostParts) {
            this.random = new Random(seed);
            this.mostParts = mostParts;
        }

        void workers(int count, Provider provider, Urgency urgency, Duration lasts) {
            workers(count, provider, urgency, lasts, 0, lasts);
        }

        void workers(int count, Provider provider, Urgency urgency, Duration lasts, int more, Duration theyLast) {
            var workers = new ArrayList<Runnable>();
            IntStream.range(0, count).forEach(_ -> workers.add(() -> work(provider, urgency, lasts)));
            IntStream.range(0, more).forEach(_ -> workers.add(() -> work(provider, urgency, theyLast)));
            time.run(workers);
        }

        private void work(Provider provider, Urgency urgency, Duration lasts) {
            pause(400);
            var lane = new WorkerPaces(new SlowBooks(), time, time, random)
                    .lane(STORE, provider, Optional.empty(), urgency);
            var end = BEGIN.plus(lasts);
            while (time.instant().isBefore(end)) {
                var slice = IntStream.range(0, SLICE)
                        .map(_ -> 1 + random.nextInt(mostParts))
                        .boxed()
                        .toList();
                send(lane, slice.subList(0, lane.admit(slice, true, end)), end);
                pause(30);
            }
        }

        private void send(WorkerPaces.Lane lane, List<Integer> admitted, Instant end) {
            for (var parts : admitted) {
                if (lane.await(List.of(parts), end) == 1) {
                    count(begun, time.instant(), parts);
                    count(arrived, time.instant().plusMillis(5 + random.nextInt(25)), parts);
                }
            }
        }

        private static void count(Map<Long, Integer> seconds, Instant at, int parts) {
            seconds.merge(at.getEpochSecond(), parts, Integer::sum);
        }

        private void pause(int mostMillis) {
            time.sleep(Duration.ofMillis(1 + random.nextInt(mostMillis)));
        }

        int most() {
            return Collections.max(arrived.values());
        }

        int mostBegun() {
            return Collections.max(begun.values());
        }

        /** What arrived from one second of the run to another, exclusively. */
        long inSeconds(int from, int until) {
            var begin = BEGIN.getEpochSecond();
            return arrived.entrySet().stream()
                    .filter(second -> second.getKey() >= begin + from && second.getKey() < begin + until)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** Each call takes some milliseconds, so others come in between. */
        private final class SlowBooks implements PaceBooks {

            @Override
            public PaceBook read(StoreId store, PaceKey pace) {
                pause(8);
                return books.read(store, pace);
            }

            @Override
            public boolean write(StoreId store, PaceKey pace, PaceBook book) {
                pause(8);
                return books.write(store, pace, book);
            }
        }
    }
}
