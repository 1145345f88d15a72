package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.message.text.SmsFrame;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Campaigns} does, whatever keeps them. */
public abstract class CampaignsContract {

    private static final Instant NOW = Instant.parse("2026-11-11T03:12:05.123Z");
    private static final CampaignId FIRST = new CampaignId("20261110T000000Z-0000000a");
    private static final CampaignId SECOND = new CampaignId("20261111T000000Z-0000000b");
    private static final CampaignId THIRD = new CampaignId("20261111T000001Z-0000000a");

    private static final Run RUN = new Run(
            NOW,
            AudienceId.of(NOW, "paid_orders >= 1"),
            1_000,
            new SmsFrame("秋季", "拒收请回复R"),
            "https://go.example.com",
            new PriceList(Map.of("one", 4_500L, "two", 5_000L)),
            new Run.Cost(2_000, 10_000));

    protected abstract Campaigns campaigns();

    /** A store that no other test has written to. */
    protected abstract Store store();

    private static Campaign draft(CampaignId id) {
        return Campaign.draft(id, ACampaign.sms("Hello").settings(), "tester", NOW);
    }

    private Campaign saved(Campaign campaign) {
        assertThat(campaigns().save(store(), campaign)).isTrue();
        return campaign;
    }

    private Campaign savedIn(CampaignId id, CampaignState state) {
        return saved(saved(draft(id)).in(state, NOW));
    }

    private static Stream<CampaignState> states() {
        var scheduled = new CampaignState.Scheduled(NOW, NOW.plusSeconds(60));
        return Stream.of(
                new CampaignState.Draft(),
                scheduled,
                new CampaignState.Freezing(NOW, Optional.empty()),
                new CampaignState.Freezing(NOW, Optional.of(RUN.audience())),
                new CampaignState.Planning(RUN, NOW),
                new CampaignState.Reserving(RUN),
                new CampaignState.Sending(RUN),
                new CampaignState.Lapsing(RUN),
                new CampaignState.Paused(scheduled, NOW),
                new CampaignState.Paused(new CampaignState.Sending(RUN), NOW),
                new CampaignState.Completed(RUN, NOW),
                new CampaignState.Completed(RUN, NOW).close(),
                new CampaignState.Cancelled(Optional.empty(), false, NOW, true),
                new CampaignState.Cancelled(Optional.of(RUN), true, NOW, false),
                new CampaignState.Failed("One cent short.", Optional.of(RUN), NOW),
                new CampaignState.Failed("Too late.", Optional.empty(), NOW));
    }

    @Nested
    class ACampaignThatIsKept {

        @Test
        void isFoundAsItWasSavedInEveryState() {
            var campaign = saved(draft(FIRST));

            for (var state : states().toList()) {
                campaign = saved(campaign.in(state, NOW.plusSeconds(campaign.revision())));
                assertThat(campaigns().find(store().id(), FIRST)).contains(campaign);
                assertThat(campaigns().isSending(store().id(), FIRST))
                        .isEqualTo(state instanceof CampaignState.Sending);
            }
        }

        @Test
        void isFoundWithAllItsSettings() {
            var settings = ACampaign.email("Hi {{name}}", "<p>{{link}}</p>", "{{link}}")
                    .marketing()
                    .holdingOut(10)
                    .at("2026-11-11T00:00")
                    .caughtUpWithin(Duration.ofMinutes(90))
                    .validUntil("2026-11-12T23:59:59")
                    .notForBuyersSince(NOW)
                    .outsideHours(Outside.DROP)
                    .withConsentOnly()
                    .linkingTo("https://shop.example/11.11")
                    .settings();
            var campaign = saved(Campaign.draft(FIRST, settings, "tester", NOW));
            var tested = saved(campaign.testedWith(Set.of("China Mobile"), NOW));

            assertThat(campaigns().find(store().id(), FIRST)).contains(tested);
        }

        @Test
        void isReplacedByItsNextRevisionOnly() {
            var first = saved(draft(FIRST));
            var second = saved(first.in(new CampaignState.Scheduled(NOW, NOW), NOW));

            assertThat(campaigns().save(store(), first)).isFalse();
            assertThat(campaigns().save(store(), first.in(new CampaignState.Draft(), NOW)))
                    .isFalse();
            assertThat(campaigns().find(store().id(), FIRST)).contains(second);
        }

        @Test
        void isNotFoundUnderAnotherId() {
            saved(draft(FIRST));

            assertThat(campaigns().find(store().id(), SECOND)).isEmpty();
        }
    }

    @Nested
    class AList {

        @Test
        void beginsWithThoseMadeLast() {
            var first = saved(draft(FIRST));
            var third = saved(draft(THIRD));
            var second = saved(draft(SECOND));

            assertThat(campaigns().newest(store().id(), 10, Optional.empty(), Optional.empty()))
                    .containsExactly(third, second, first);
            assertThat(campaigns().newest(store().id(), 1, Optional.empty(), Optional.of(THIRD)))
                    .containsExactly(second);
        }

        @Test
        void mayBeOfOneStatus() {
            saved(draft(THIRD));
            var second = savedIn(SECOND, new CampaignState.Sending(RUN));
            var first = savedIn(FIRST, new CampaignState.Lapsing(RUN));

            assertThat(campaigns().newest(store().id(), 10, Optional.of(CampaignStatus.SENDING), Optional.empty()))
                    .containsExactly(second, first);
            assertThat(campaigns().newest(store().id(), 1, Optional.of(CampaignStatus.SENDING), Optional.empty()))
                    .containsExactly(second);
        }
    }

    @Nested
    class Due {

        private List<CampaignId> due(Instant now) {
            return campaigns().due(now, 1_000).stream()
                    .filter(one -> one.store().equals(store().id()))
                    .map(Campaigns.Due::campaign)
                    .toList();
        }

        @Test
        void isWhatIsScheduledOnceItsTimeHasCome() {
            savedIn(FIRST, new CampaignState.Scheduled(NOW.plusSeconds(60), NOW.plusSeconds(120)));

            assertThat(due(NOW.plusSeconds(59))).isEmpty();
            assertThat(due(NOW.plusSeconds(60))).containsExactly(FIRST);
        }

        @Test
        void isWhatGoesOnAndNotWhatIsOver() {
            savedIn(FIRST, new CampaignState.Sending(RUN));
            savedIn(SECOND, new CampaignState.Completed(RUN, NOW));
            var third = savedIn(THIRD, new CampaignState.Sending(RUN));

            assertThat(due(NOW)).containsExactlyInAnyOrder(FIRST, THIRD);

            saved(third.in(new CampaignState.Paused(new CampaignState.Sending(RUN), NOW), NOW));
            assertThat(due(NOW)).containsExactly(FIRST);
        }
    }
}
