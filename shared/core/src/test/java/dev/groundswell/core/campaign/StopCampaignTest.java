package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.ExclusionReason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StopCampaignTest {

    private static final int PEOPLE = 60;

    private final CampaignDesk desk = new CampaignDesk();

    /** Until its messages are planned and paid for, and some are sent. */
    private CampaignId halfSent(ACampaign campaign) {
        desk.customers(PEOPLE);
        desk.passages.admitting(2);
        desk.impatient(3);
        var id = desk.scheduled(campaign);
        while (desk.arrivals().isEmpty()) {
            desk.work();
            desk.pass(Duration.ofSeconds(10));
        }
        return id;
    }

    private long sent(CampaignId id) {
        return desk.progress(id).counts().sent();
    }

    private void assertNothingReserved() {
        assertThat(desk.wallets.find(CampaignDesk.STORE.id()).reserved()).isZero();
    }

    @Nested
    class ACampaignThatIsPaused {

        @Test
        void sendsNothingAndGoesOnWhereItWas() {
            var id = halfSent(ACampaign.sms("Hello"));
            desk.direct().pause(CampaignDesk.STORE, id);
            var before = desk.arrivals().size();

            for (var round = 0; round < 20; round++) {
                desk.work();
                desk.pass(Duration.ofSeconds(30));
                desk.watch();
            }
            assertThat(desk.arrivals()).hasSize(before);
            assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.PAUSED);

            desk.passages.admitting(50);
            desk.direct().resume(CampaignDesk.STORE, id);
            desk.workUntilOver(id);
            assertThat(desk.progress(id).counts()).isEqualTo(new OutcomeCounts(0, PEOPLE, 0, 0, 0, Map.of()));
            assertThat(desk.doubled()).isEmpty();
        }

        @Test
        void isNotLaunchedBeforeItGoesOn() {
            desk.customers(1);
            var id = desk.scheduled(ACampaign.sms("Hello").at("2026-11-11T12:30"));
            desk.direct().pause(CampaignDesk.STORE, id);

            desk.pass(Duration.ofMinutes(31));
            desk.watch();
            desk.work();
            assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.PAUSED);

            desk.direct().resume(CampaignDesk.STORE, id);
            desk.workUntilOver(id);
            assertThat(sent(id)).isEqualTo(1);
        }
    }

    @Nested
    class ACampaignThatIsCancelled {

        @Test
        void excludesAllWhoWereNotSentItAndGivesTheirMoneyBack() {
            var id = halfSent(ACampaign.sms("Hello"));
            var arrived = desk.arrivals().size();

            desk.direct().cancel(CampaignDesk.STORE, id);
            desk.workUntilOver(id);

            assertThat(desk.arrivals()).hasSize(arrived);
            assertThat(desk.progress(id).counts())
                    .isEqualTo(new OutcomeCounts(
                            0, arrived, 0, 0, 0, Map.of(ExclusionReason.CANCELLED, (long) PEOPLE - arrived)));
            assertNothingReserved();
        }

        @Test
        void hasNobodyLeftAtAnyMoment() {
            for (var steps = 0; steps < 6; steps++) {
                var other = new CampaignDesk();
                other.customers(10);
                var id = other.scheduled(ACampaign.sms("Hello"));
                for (var step = 0; step < steps; step++) {
                    other.work();
                }
                var isCancelled = other.direct().cancel(CampaignDesk.STORE, id) instanceof DirectCampaign.Result.Done;
                other.workUntilOver(id);

                assertThat(isCancelled || other.read(id).status() == CampaignStatus.COMPLETED)
                        .isTrue();
                assertThat(other.progress(id).counts().waiting()).isZero();
                assertThat(other.wallets.find(CampaignDesk.STORE.id()).reserved())
                        .isZero();
            }
        }

        @Test
        void cannotGoOn() {
            var id = halfSent(ACampaign.sms("Hello"));
            desk.direct().cancel(CampaignDesk.STORE, id);

            assertThat(desk.direct().resume(CampaignDesk.STORE, id))
                    .isInstanceOf(DirectCampaign.Result.NotPossible.class);
            assertThat(desk.direct().cancel(CampaignDesk.STORE, id))
                    .isInstanceOf(DirectCampaign.Result.NotPossible.class);
        }
    }

    @Nested
    class ACampaignWhoseTimeIsOver {

        @Test
        void isCompleteWithTheOthersLapsed() {
            var id = halfSent(ACampaign.sms("Hello").validUntil("2026-11-11T12:30"));
            var arrived = desk.arrivals().size();

            desk.pass(Duration.ofMinutes(30));
            desk.workUntilOver(id);

            assertThat(desk.arrivals()).hasSize(arrived);
            assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.COMPLETED);
            assertThat(desk.progress(id).counts())
                    .isEqualTo(new OutcomeCounts(
                            0, arrived, 0, 0, 0, Map.of(ExclusionReason.LAPSED, (long) PEOPLE - arrived)));
            assertNothingReserved();
        }
    }
}
