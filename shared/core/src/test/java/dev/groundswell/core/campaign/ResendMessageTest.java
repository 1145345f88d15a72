package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResendMessageTest {

    private static final Barring NO = new Barring(true, Instant.EPOCH, "sms-reply", "tester");

    private final CampaignDesk desk = new CampaignDesk();

    /** A campaign of which one message is unknown. */
    private MessageId unknown() {
        desk.customers(5);
        desk.passages.answering(
                draft -> draft.buyer().value().equals("B3") ? new Answer.Lost("timed out") : new Answer.Accepted("m"));
        desk.sent(ACampaign.sms("Hello {{name}}"));
        desk.passages.answering(_ -> new Answer.Accepted("again"));
        return desk.messages
                .unknown(CampaignDesk.STORE.id(), "", Optional.empty(), 9)
                .getFirst()
                .id();
    }

    private static CampaignId campaign(MessageId id) {
        return CampaignId.of(id).orElseThrow();
    }

    private AskToResend.Result askFor(MessageId id) {
        var asking =
                new AskToResend(desk.messages, desk.steps, new BillSeparately(desk.wallets, desk.providers, desk::now));
        var result = asking.ask(CampaignDesk.STORE.id(), campaign(id), id);
        desk.work();
        return result;
    }

    /** Keeps all but so much for something else. */
    private void leaveInTheWallet(long amount) {
        var store = CampaignDesk.STORE.id();
        var available = desk.wallets.find(store).available();
        desk.wallets.reserve(store, "else", available - amount, "tester", desk.now());
    }

    @Nested
    class AnUnknownMessage {

        @Test
        void thatAPersonHasSentAgainIsAnotherOneAndCountsAsSent() {
            var id = unknown();
            assertThat(desk.progress(campaign(id)).counts().unknown()).isOne();

            askFor(id);

            assertThat(desk.arrivals()).endsWith(id.again()).doesNotHaveDuplicates();
            assertThat(desk.progress(campaign(id)).counts().unknown()).isZero();
            assertThat(desk.progress(campaign(id)).counts().sent()).isEqualTo(5);
        }

        @Test
        void isSentAgainOnceHoweverOftenItIsAsked() {
            var id = unknown();

            askFor(id);
            askFor(id);

            assertThat(desk.arrivals()).hasSize(6).doesNotHaveDuplicates();
        }

        @Test
        void isNotSentAgainToSomebodyWhoSaidNoMeanwhile() {
            var id = unknown();
            desk.standings.note(CampaignDesk.STORE.id(), id.address(), Bar.UNSUBSCRIBED, NO);

            askFor(id);

            assertThat(desk.arrivals()).doesNotContain(id.again());
            assertThat(desk.messages
                            .find(CampaignDesk.STORE.id(), List.of(id.again()))
                            .get(id.again()))
                    .satisfies(again ->
                            assertThat(again.outcome().map(Outcome::state)).contains(MessageState.EXCLUDED));
            assertThat(desk.progress(campaign(id)).counts().unknown()).isOne();
        }

        @Test
        void isNotSentAgainWhereNobodyAskedInTheBooks() {
            var id = unknown();

            desk.steps.wake(CampaignDesk.STORE.id(), List.of(new CampaignStep.Resend(campaign(id), id)), Duration.ZERO);
            desk.work();

            assertThat(desk.arrivals()).doesNotContain(id.again());
        }

        @Test
        void isUnknownAgainWhereItsWorkerDied() {
            var id = unknown();
            var facts = Objects.requireNonNull(desk.messages
                            .find(CampaignDesk.STORE.id(), List.of(id))
                            .get(id))
                    .facts();
            var draft = new Draft(
                    id.again(),
                    facts.address().orElseThrow(),
                    facts.buyer(),
                    facts.kind(),
                    new Content.Sms("x", 1),
                    facts.place());
            var ofTheDead = new Message.Claim("dead", desk.now(), desk.now());
            desk.messages.claim(CampaignDesk.STORE.id(), ofTheDead, Optional.empty(), List.of(draft));

            askFor(id);
            desk.pass(Duration.ofMinutes(1));
            desk.work();

            assertThat(desk.messages.unknown(CampaignDesk.STORE.id(), "", Optional.empty(), 9))
                    .extracting(Message::id)
                    .containsExactlyInAnyOrder(id, id.again());
        }

        @Test
        void thatIsSentAgainIsPaidForTwice() {
            var id = unknown();
            var store = CampaignDesk.STORE.id();
            var before = desk.wallets.find(store);

            askFor(id);
            var after = desk.wallets.find(store);
            assertThat(after.reserved()).isEqualTo(before.reserved());
            assertThat(after.balance()).isLessThan(before.balance());

            desk.pass(CampaignLimits.REPORTED_WITHIN);
            desk.watch();
            desk.work();
            assertThat(desk.wallets.find(store).reserved()).isZero();
            assertThat(desk.wallets.find(store).available()).isEqualTo(after.available());
        }

        @Test
        void isNotSentAgainWithAnEmptyWalletAndWhoeverAskedIsTold() {
            var id = unknown();
            leaveInTheWallet(0);

            assertThat(askFor(id)).isInstanceOf(AskToResend.Result.WalletShort.class);

            assertThat(desk.arrivals()).doesNotContain(id.again());
        }

        @Test
        void isSentAgainOnceTheWalletHasWhatItCosts() {
            var id = unknown();
            leaveInTheWallet(0);
            askFor(id);
            desk.wallets.recharge(CampaignDesk.STORE.id(), "more", CampaignDesk.PURSE, "tester", desk.now());

            assertThat(askFor(id)).isInstanceOf(AskToResend.Result.Asked.class);

            assertThat(desk.arrivals()).endsWith(id.again());
        }

        @Test
        void isAskedForAgainInVainOnceItIsKnownWhatBecameOfIt() {
            var id = unknown();
            desk.messages.settle(CampaignDesk.STORE.id(), id, new Outcome.Sent(desk.now(), "memory", "m"));

            assertThat(askFor(id)).isInstanceOf(AskToResend.Result.NotUnknown.class);
        }

        @Test
        void waitsForPace() {
            var id = unknown();
            desk.passages.admitting(0);
            askFor(id);
            desk.passages.admitting(1);
            desk.work();

            assertThat(desk.arrivals()).contains(id.again());
        }
    }
}
