package dev.groundswell.core.message.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.route.HealthCount.Kind;
import dev.groundswell.core.message.route.Routing.Level;
import dev.groundswell.core.message.route.RoutingChange.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoutingRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-11T00:20:00Z");
    private static final Provider ONE = AProvider.sms("one", 100).provider();
    private static final Provider OTHER = AProvider.sms("other", 100).provider();

    private final List<HealthCount> noted = new ArrayList<>();

    private void noted(Provider provider, Kind kind, Duration ago, int all, int bad) {
        noted(provider, kind, ago, all, bad, "");
    }

    private void noted(Provider provider, Kind kind, Duration ago, int all, int bad, String said) {
        var bucket = kind.bucketOf(NOW.minus(ago));
        noted.add(new HealthCount(provider.id(), kind, bucket, "w" + noted.size(), all, bad, said));
    }

    private List<RoutingChange> judged(Routing routing, Provider... providers) {
        return RoutingRules.judge(routing, List.of(providers), this::of, NOW);
    }

    private List<HealthCount> of(Provider provider, Kind kind) {
        return noted.stream()
                .filter(count -> count.provider().equals(provider.id()) && count.kind() == kind)
                .toList();
    }

    private static Routing at(int percent, Duration ago) {
        return new Routing(1, Map.of(ONE.id(), new Level(percent, NOW.minus(ago))));
    }

    private Optional<Integer> movedTo(Routing routing) {
        return judged(routing, ONE, OTHER).stream().findFirst().map(RoutingChange::to);
    }

    @Nested
    class Errors {

        @Test
        void areToldInTheProvidersLatestWords() {
            noted(ONE, Kind.CALLS, Duration.ofSeconds(5), 100, 20, "Throttled: slow down");
            noted(ONE, Kind.CALLS, Duration.ofSeconds(40), 100, 30, "Closed");

            assertThat(judged(Routing.RESTING, ONE, OTHER))
                    .singleElement()
                    .satisfies(change -> assertThat(change.detail())
                            .isEqualTo("50 errors within a minute, the last: Throttled: slow down"));
        }

        @Test
        void areToldWithoutAnybodysAddress() {
            var answers =
                    List.<Answer>of(new Answer.NotTaken("Invalid", "+86 137 2749 4530, li@qq.com: " + "x".repeat(300)));

            assertThat(FailureWords.of(answers))
                    .startsWith("Invalid: +…, … xxx")
                    .hasSize(200);
        }

        @Test
        void takeHalfOfTheWeightWhereFiftyFallIntoAMinuteOverAllWorkers() {
            noted(ONE, Kind.CALLS, Duration.ofSeconds(40), 100, 30);
            noted(ONE, Kind.CALLS, Duration.ofSeconds(5), 100, 20);

            assertThat(judged(Routing.RESTING, ONE, OTHER)).singleElement().satisfies(change -> {
                assertThat(change.provider()).isEqualTo(ONE.id());
                assertThat(change.from()).isEqualTo(100);
                assertThat(change.to()).isEqualTo(50);
                assertThat(change.reason()).isEqualTo(Reason.ERRORS);
            });
        }

        @Test
        void takeNothingWhereTheyAreFewerOrOlder() {
            noted(ONE, Kind.CALLS, Duration.ofSeconds(5), 100, 49);
            noted(ONE, Kind.CALLS, Duration.ofSeconds(75), 100, 100);

            assertThat(judged(Routing.RESTING, ONE, OTHER)).isEmpty();
        }

        @Test
        void takeTheOtherHalfOnlyForMoreOfThem() {
            noted(ONE, Kind.CALLS, Duration.ofSeconds(25), 100, 60);
            assertThat(movedTo(at(50, Duration.ofSeconds(15)))).isEmpty();

            noted(ONE, Kind.CALLS, Duration.ofSeconds(10), 100, 60);
            assertThat(movedTo(at(50, Duration.ofSeconds(15)))).contains(0);
        }

        @Test
        void moveNothingWhereNobodyElseCouldTakeIt() {
            noted(ONE, Kind.CALLS, Duration.ofSeconds(5), 100, 100);

            assertThat(judged(Routing.RESTING, ONE)).isEmpty();
        }
    }

    @Nested
    class SlowDeliveries {

        @Test
        void takeATenthWhereTheyAreFifteenPercentOfAQuarterOfAnHour() {
            noted(ONE, Kind.DELIVERIES, Duration.ofMinutes(10), 60, 5);
            noted(ONE, Kind.DELIVERIES, Duration.ofMinutes(1), 40, 10);

            assertThat(judged(Routing.RESTING, ONE, OTHER))
                    .extracting(RoutingChange::to, RoutingChange::reason)
                    .containsExactly(tuple(90, Reason.SLOW));
        }

        @Test
        void takeATenthAMinuteAndNoMore() {
            noted(ONE, Kind.DELIVERIES, Duration.ofMinutes(1), 100, 100);

            assertThat(movedTo(at(90, Duration.ofSeconds(59)))).isEmpty();
            assertThat(movedTo(at(90, Duration.ofSeconds(60)))).contains(80);
        }

        @Test
        void sayNothingWhereTheyAreFewOrLongAgo() {
            noted(ONE, Kind.DELIVERIES, Duration.ofMinutes(1), 19, 19);
            noted(ONE, Kind.DELIVERIES, Duration.ofMinutes(17), 1_000, 1_000);

            assertThat(judged(Routing.RESTING, ONE, OTHER)).isEmpty();
        }
    }

    @Nested
    class QuietMinutes {

        @Test
        void giveATenthBackEachUntilAllIsBack() {
            assertThat(movedTo(at(0, Duration.ofSeconds(59)))).isEmpty();
            assertThat(movedTo(at(0, Duration.ofSeconds(60)))).contains(10);
            assertThat(movedTo(at(95, Duration.ofMinutes(5)))).contains(100);
            assertThat(movedTo(at(100, Duration.ofMinutes(5)))).isEmpty();
        }

        @Test
        void areNoneWithAnError() {
            noted(ONE, Kind.CALLS, Duration.ofSeconds(30), 1_000, 1);

            assertThat(movedTo(at(50, Duration.ofMinutes(5)))).isEmpty();
        }
    }
}
