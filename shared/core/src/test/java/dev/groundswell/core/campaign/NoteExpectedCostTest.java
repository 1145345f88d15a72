package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.wallet.Wallet;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoteExpectedCostTest {

    private static final long COST = 700;

    private final CampaignDesk desk = new CampaignDesk();

    private void note(CampaignId id) {
        new NoteExpectedCost(desk.campaigns, desk.wallets, (_, _) -> OptionalLong.of(COST))
                .note(CampaignDesk.STORE, id);
    }

    private CampaignId waiting() {
        desk.customers(3);
        var id = desk.scheduled(ACampaign.sms("Hello").at("2026-11-11T18:00"));
        note(id);
        return id;
    }

    private Wallet wallet() {
        return desk.wallets.find(CampaignDesk.STORE.id());
    }

    @Nested
    class ACampaignThatIsScheduled {

        @Test
        void isExpectedToCostSomething() {
            waiting();

            assertThat(wallet().planned()).isEqualTo(COST);
            assertThat(wallet().isLow(CampaignDesk.PURSE)).isTrue();
        }

        @Test
        void isExpectedToCostItOnceHoweverOftenItIsNoted() {
            note(waiting());

            assertThat(wallet().planned()).isEqualTo(COST);
        }

        @Test
        void isExpectedToCostWhatWasNotedBeforeWhereNobodyCanTellNow() {
            var id = waiting();

            new NoteExpectedCost(desk.campaigns, desk.wallets, (_, _) -> OptionalLong.empty())
                    .note(CampaignDesk.STORE, id);

            assertThat(wallet().planned()).isEqualTo(COST);
        }

        @Test
        void isStillExpectedToCostItWhilePaused() {
            var id = waiting();
            desk.direct().pause(CampaignDesk.STORE, id);
            note(id);

            assertThat(wallet().planned()).isEqualTo(COST);
        }
    }

    @Nested
    class NothingMoreIsExpected {

        @Test
        void ofADraft() {
            note(desk.saved(ACampaign.sms("Hello")));

            assertThat(wallet().planned()).isZero();
        }

        @Test
        void onceItsCostIsReserved() {
            var id = waiting();

            desk.pass(Duration.ofHours(6));
            desk.workUntilOver(id);
            note(id);

            assertThat(wallet().planned()).isZero();
        }

        @Test
        void onceItIsCancelled() {
            var id = waiting();
            desk.direct().cancel(CampaignDesk.STORE, id);
            note(id);

            assertThat(wallet().planned()).isZero();
        }

        @Test
        void onceItHasFailed() {
            var id = waiting();

            desk.pass(Duration.ofDays(1));
            desk.workUntilOver(id);

            assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.FAILED);
            assertThat(wallet().planned()).isZero();
        }

        @Test
        void whereItIsCancelledWhileItsCostIsReckoned() {
            var id = waiting();

            new NoteExpectedCost(desk.campaigns, desk.wallets, (store, _) -> {
                        desk.direct().cancel(store, id);
                        return OptionalLong.of(COST);
                    })
                    .note(CampaignDesk.STORE, id);

            assertThat(wallet().planned()).isZero();
        }
    }
}
