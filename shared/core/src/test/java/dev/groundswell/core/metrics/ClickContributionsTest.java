package dev.groundswell.core.metrics;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.link.Attribution;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.order.AnOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClickContributionsTest {

    private static final Instant CLICK = Instant.parse("2026-06-18T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final List<ClickedLink> links = new ArrayList<>();

    private void clicked(String code, Optional<String> to, int clicks, Instant firstAt) {
        var attribution = to.map(sender -> new Attribution(sender, WEEK));
        links.add(new ClickedLink(new LinkCode(code), Channel.SMS, attribution, clicks, firstAt, firstAt));
    }

    private Map<String, ClickCounts> counts(AnOrder... orders) {
        var history = new BuyerHistory(
                Arrays.stream(orders).map(AnOrder::build).toList(), List.of(), List.of(), List.of(), links);
        return ClickContributions.of(history).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().to(), Map.Entry::getValue));
    }

    private static AnOrder paid(String id, Instant at) {
        return anOrder(id).placedAt(CLICK.minus(Duration.ofDays(1))).paying(100).paidAt(at);
    }

    @Nested
    class APayment {

        @Test
        void countsFromTheClickOnUntilTheCampaignsTimeIsUp() {
            clicked("abcdEF0001", Optional.of("c.one"), 2, CLICK);

            assertThat(counts(
                            paid("before", CLICK.minusMillis(1)),
                            paid("at once", CLICK),
                            paid("in time", CLICK.plus(WEEK).minusMillis(1)).refunding(30),
                            paid("too late", CLICK.plus(WEEK)),
                            anOrder("never paid")))
                    .containsExactly(Map.entry("c.one", new ClickCounts(2, 1, 2, 1, 200, 30)));
        }

        @Test
        void countsFromTheFirstClickOnAnyLinkOfTheCampaign() {
            clicked("abcdEF0001", Optional.of("c.one"), 1, CLICK);
            clicked("abcdEF0002", Optional.of("c.one"), 3, CLICK.minusSeconds(60));

            assertThat(counts(paid("between", CLICK.minusSeconds(30))))
                    .containsExactly(Map.entry("c.one", new ClickCounts(4, 1, 1, 1, 100, 0)));
        }

        @Test
        void countsForEachCampaignThatWasClicked() {
            clicked("abcdEF0001", Optional.of("c.one"), 1, CLICK);
            clicked("abcdEF0002", Optional.of("c.two"), 1, CLICK);

            assertThat(counts(paid("after both", CLICK.plusSeconds(1))).values())
                    .containsExactly(new ClickCounts(1, 1, 1, 1, 100, 0), new ClickCounts(1, 1, 1, 1, 100, 0));
        }
    }

    @Nested
    class AClick {

        @Test
        void countsWithoutAPaymentToo() {
            clicked("abcdEF0001", Optional.of("c.one"), 1, CLICK);

            assertThat(counts()).containsExactly(Map.entry("c.one", new ClickCounts(1, 1, 0, 0, 0, 0)));
        }

        @Test
        void inATestCountsForNobody() {
            clicked("abcdEF0001", Optional.empty(), 1, CLICK);

            assertThat(counts(paid("after", CLICK.plusSeconds(1)))).isEmpty();
        }
    }
}
