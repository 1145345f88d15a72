package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.text.Problem;
import dev.groundswell.core.message.text.ProblemCode;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SendCampaignTest {

    private static final int PEOPLE = 40;

    private final CampaignDesk desk = new CampaignDesk();

    private void assertSent(CampaignId id, long sent, Map<ExclusionReason, Long> excluded) {
        assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(desk.progress(id).counts()).isEqualTo(new OutcomeCounts(0, sent, 0, 0, 0, excluded));
        assertThat(desk.progress(id).audience())
                .isEqualTo(desk.progress(id).counts().members());
    }

    @Nested
    class ACampaignThatIsScheduled {

        @Test
        void isSentToEveryMemberOnce() {
            desk.customers(PEOPLE);

            var id = desk.sent(ACampaign.sms("Hello {{name}}"));

            assertSent(id, PEOPLE, Map.of());
            assertThat(desk.arrivals()).hasSize(PEOPLE).doesNotHaveDuplicates();
        }

        @Test
        void isPaidForAndNothingStaysReserved() {
            desk.customers(PEOPLE);

            var id = desk.sent(ACampaign.sms("Hello {{name}}"));

            var cost = desk.read(id).state().run().orElseThrow().cost();
            var wallet = desk.wallets.find(CampaignDesk.STORE.id());
            assertThat(cost.parts()).isEqualTo(PEOPLE);
            assertThat(wallet.reserved()).isZero();
            assertThat(wallet.balance()).isBetween(CampaignDesk.PURSE - cost.amount(), CampaignDesk.PURSE - 1);
        }

        @Test
        void waitsForItsTimeInTheStoresZone() {
            desk.customers(1);
            var id = desk.scheduled(ACampaign.sms("Hello").at("2026-11-11T12:30"));

            desk.work();
            assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.SCHEDULED);

            desk.pass(Duration.ofMinutes(30));
            desk.workUntilOver(id);
            assertSent(id, 1, Map.of());
        }

        @Test
        void isSkippedWhereNothingLaunchedItWithinItsWindow() {
            desk.customers(1);
            var id = desk.scheduled(
                    ACampaign.sms("Hello").at("2026-11-11T12:30").caughtUpWithin(Duration.ofMinutes(10)));

            desk.pass(Duration.ofMinutes(41));
            desk.workUntilOver(id);

            assertThat(desk.read(id).state())
                    .isInstanceOfSatisfying(
                            CampaignState.Failed.class,
                            failed -> assertThat(failed.reason()).contains("2026-11-11T12:30", "2026-11-11T12:40"));
            assertThat(desk.arrivals()).isEmpty();
        }

        @Test
        void isSentWithoutTheWatchdogHoweverFastItsWorkersAre() {
            desk.customers(PEOPLE);
            desk.steps.tellAtOnce(step -> desk.worker(Mortal.never()).take(CampaignDesk.STORE, step, () -> true));

            var id = desk.scheduled(ACampaign.sms("Hello {{name}}"));
            desk.work();

            assertSent(id, PEOPLE, Map.of());
        }

        @Test
        void isRefusedWhereCarriersWouldStopIt() {
            var id = desk.saved(ACampaign.sms("国家级 {{nobody}}"));

            assertThat(desk.schedule(id))
                    .isInstanceOfSatisfying(
                            ScheduleCampaign.Result.Faulty.class,
                            faulty -> assertThat(faulty.problems())
                                    .extracting(Problem::code)
                                    .contains(ProblemCode.UNKNOWN_VARIABLE, ProblemCode.SENSITIVE_WORD));
        }

        @Test
        void isForNobodyWhereTheAudienceIsEmpty() {
            var id = desk.sent(ACampaign.sms("Hello"));

            assertSent(id, 0, Map.of());
        }
    }

    @Nested
    class AWallet {

        @Test
        void thatIsOneCentShortRefusesBeforeTheFirstMessage() {
            desk.customers(PEOPLE);
            var cost = desk.read(desk.sent(ACampaign.sms("Hello {{name}}")))
                    .state()
                    .run()
                    .orElseThrow()
                    .cost()
                    .amount();
            var other = new CampaignDesk();
            other.customers(PEOPLE);
            other.wallets.reserve(
                    CampaignDesk.STORE.id(), "else", CampaignDesk.PURSE - cost + 1, "tester", other.now());

            var id = other.sent(ACampaign.sms("Hello {{name}}"));

            assertThat(other.read(id).state())
                    .isInstanceOfSatisfying(
                            CampaignState.Failed.class,
                            failed -> assertThat(failed.reason()).contains("0.01"));
            assertThat(other.arrivals()).isEmpty();
            assertThat(other.progress(id).counts())
                    .isEqualTo(new OutcomeCounts(0, 0, 0, 0, 0, Map.of(ExclusionReason.CANCELLED, (long) PEOPLE)));
        }

        @Test
        void keepsWhatAnUnknownMessageMayCostUntilItIsKnown() {
            desk.customers(PEOPLE);
            desk.passages.answering(draft -> draft.buyer().value().equals("B3")
                    ? new Answer.Lost("No answer.")
                    : new Answer.Accepted("its-" + draft.id()));

            var id = desk.sent(ACampaign.sms("Hello {{name}}"));

            var store = CampaignDesk.STORE.id();
            assertThat(desk.progress(id).counts().unknown()).isEqualTo(1);
            assertThat(desk.wallets.find(store).reserved()).isPositive();

            var unknown = desk.messages
                    .unknown(store, id.purpose(), Optional.empty(), 10)
                    .getFirst();
            var receipt = new Outcome.Delivered(desk.now(), "memory");
            var settled = desk.messages.settle(store, unknown.id(), receipt).orElseThrow();
            var counter = new CountOutcome(
                    desk.campaigns, desk.chunks, new SettleChunk(desk.chunks, desk.wallets, desk::now));
            counter.count(store, settled.message());
            counter.count(store, settled.message());

            assertThat(desk.progress(id).counts()).isEqualTo(new OutcomeCounts(0, PEOPLE - 1, 1, 0, 0, Map.of()));
            assertThat(desk.wallets.find(store).reserved()).isZero();
        }
    }

    @Nested
    class WhatStaysUnknown {

        private final StoreId store = CampaignDesk.STORE.id();

        private CampaignId oneUnknown() {
            desk.customers(PEOPLE);
            desk.passages.answering(draft -> draft.buyer().value().equals("B3")
                    ? new Answer.Lost("No answer.")
                    : new Answer.Accepted("its-" + draft.id()));
            return desk.sent(ACampaign.sms("Hello {{name}}"));
        }

        private void look() {
            desk.watch();
            desk.work();
        }

        @Test
        void isPaidForOnceNoProviderReportsAnyMore() {
            oneUnknown();
            var reserved = desk.wallets.find(store).reserved();
            var balance = desk.wallets.find(store).balance();

            desk.pass(CampaignLimits.REPORTED_WITHIN.minusMinutes(5));
            look();
            assertThat(desk.wallets.find(store).reserved()).isEqualTo(reserved).isPositive();

            desk.pass(Duration.ofMinutes(5));
            look();
            assertThat(desk.wallets.find(store).reserved()).isZero();
            assertThat(desk.wallets.find(store).balance()).isEqualTo(balance - reserved);
        }

        @Test
        void isPaidForOnceWhoeverDiesAtIt() {
            for (var at = 1; at < 30; at++) {
                var other = new SendCampaignTest();
                var moments = new AtomicInteger(at);
                other.new WhatStaysUnknown().oneUnknown();
                var balance = other.desk.wallets.find(store).balance();
                var reserved = other.desk.wallets.find(store).reserved();
                other.desk.pass(CampaignLimits.REPORTED_WITHIN.plusSeconds(1));

                other.desk.watch();
                other.desk.work(Mortal.when(() -> moments.decrementAndGet() == 0), sent -> sent);
                other.desk.watch();
                other.desk.work();

                assertThat(other.desk.wallets.find(store)).isEqualTo(new Wallet(balance - reserved, 0, 0));
            }
        }

        @Test
        void isLookedAfterNoMoreAndStillCompleted() {
            var id = oneUnknown();

            desk.pass(CampaignLimits.REPORTED_WITHIN);
            look();

            assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.COMPLETED);
            assertThat(desk.progress(id).counts().unknown()).isEqualTo(1);
            assertThat(desk.read(id).dueAt(CampaignDesk.STORE.zone())).isEmpty();
        }

        @Test
        void costsNothingMoreWhereAProviderTellsAfterAll() {
            var id = oneUnknown();
            desk.pass(CampaignLimits.REPORTED_WITHIN);
            look();
            var wallet = desk.wallets.find(store);

            var unknown = desk.messages
                    .unknown(store, id.purpose(), Optional.empty(), 10)
                    .getFirst();
            var settled = desk.messages
                    .settle(store, unknown.id(), new Outcome.Delivered(desk.now(), "memory"))
                    .orElseThrow();
            new CountOutcome(desk.campaigns, desk.chunks, new SettleChunk(desk.chunks, desk.wallets, desk::now))
                    .count(store, settled.message());

            assertThat(desk.progress(id).counts().delivered()).isEqualTo(1);
            assertThat(desk.wallets.find(store)).isEqualTo(wallet);
        }
    }

    @Nested
    class AMember {

        @Test
        void isExcludedFromTheBeginningWhereThereIsNothingToSend() {
            desk.customer("none", null, null);
            desk.customer("masked", "138****0000", null);
            desk.customer("fine", CampaignDesk.phone(1), null);

            var id = desk.sent(ACampaign.sms("Hello"));

            assertSent(id, 1, Map.of(ExclusionReason.NO_ADDRESS, 1L, ExclusionReason.INVALID_ADDRESS, 1L));
        }

        @Test
        void isExcludedWhereAVariableIsMissing() {
            desk.customers(2);

            var id = desk.sent(ACampaign.sms("Hello {{name}} of {{city}}"));

            assertSent(id, 0, Map.of(ExclusionReason.MISSING_VARIABLE, 2L));
        }

        @Test
        void withTheAddressOfAnotherIsExcluded() {
            desk.customer("one", CampaignDesk.phone(1), null);
            desk.customer("two", CampaignDesk.phone(1), null);

            var id = desk.sent(ACampaign.sms("Hello {{name}}"));

            assertSent(id, 1, Map.of(ExclusionReason.DUPLICATE_ADDRESS, 1L));
        }

        @Test
        void whoPaidAfterTheLaunchIsExcluded() {
            desk.customers(2);
            var id = desk.scheduled(ACampaign.sms("Hello").notForBuyersSinceLaunch());
            desk.work();
            desk.pass(Duration.ofSeconds(1));
            desk.pays("B1");

            desk.workUntilOver(id);

            assertSent(id, 1, Map.of(ExclusionReason.BOUGHT_SINCE, 1L));
        }

        @Test
        void whoseAddressIsBarredIsExcluded() {
            desk.customers(2);
            var barring = new Barring(true, Instant.EPOCH, "sms-reply", "tester");
            var id = desk.scheduled(ACampaign.sms("Hello"));
            var address = AddressKey.of(new Phone(CampaignDesk.phone(1)));
            desk.standings.note(CampaignDesk.STORE.id(), address, Bar.UNSUBSCRIBED, barring);

            desk.workUntilOver(id);

            assertSent(id, 1, Map.of(ExclusionReason.UNSUBSCRIBED, 1L));
        }

        @Test
        void whoNeverSaidYesIsExcludedWhereTheCampaignAsksForIt() {
            desk.customers(2);

            var id = desk.sent(ACampaign.sms("Hello").marketing().withConsentOnly());

            assertSent(id, 0, Map.of(ExclusionReason.UNSUBSCRIBED, 2L));
        }
    }

    @Nested
    class AHoldOut {

        @Test
        void isOfItsShareTheSameForOneCampaignAndAnotherForTheNext() {
            desk.customers(400);

            var first = desk.sent(ACampaign.sms("Hello").holdingOut(25));
            var second = desk.sent(ACampaign.sms("Hello").holdingOut(25));

            for (var id : List.of(first, second)) {
                var counts = desk.progress(id).counts();
                assertThat(counts.excluded().get(ExclusionReason.HOLD_OUT)).isBetween(60L, 140L);
                assertThat(counts.members()).isEqualTo(400);
            }
            assertThat(addresses(first)).isNotEqualTo(addresses(second));
        }

        private List<String> addresses(CampaignId id) {
            return desk.arrivals().stream()
                    .filter(message -> CampaignId.of(message).filter(id::equals).isPresent())
                    .map(MessageId::address)
                    .map(Object::toString)
                    .sorted()
                    .toList();
        }
    }

    @Nested
    class TheStoresHours {

        @Test
        void areWaitedFor() {
            desk.customers(2);
            desk.pass(Duration.ofHours(12));
            var id = desk.scheduled(ACampaign.sms("Hello").marketing());

            for (var step = 0; step < 10; step++) {
                desk.work();
            }
            assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.SENDING);
            assertThat(desk.arrivals()).isEmpty();

            desk.pass(Duration.ofHours(8));
            desk.workUntilOver(id);
            assertSent(id, 2, Map.of());
        }

        @Test
        void endTheMatterWhereTheCampaignSaysSo() {
            desk.customers(2);
            desk.pass(Duration.ofHours(12));

            var id = desk.sent(ACampaign.sms("Hello").marketing().outsideHours(Outside.DROP));

            assertSent(id, 0, Map.of(ExclusionReason.QUIET_HOURS, 2L));
            assertThat(desk.messages.all(CampaignDesk.STORE.id())).isEmpty();
        }

        @Test
        void excludeWhomTheyOvertook() {
            desk.customers(PEOPLE);
            desk.passages.answering(draft -> {
                desk.pass(Duration.ofHours(12));
                return new Answer.Accepted("its-" + draft.id());
            });

            var id = desk.sent(ACampaign.sms("Hello").marketing().outsideHours(Outside.DROP));

            assertSent(id, 1, Map.of(ExclusionReason.QUIET_HOURS, PEOPLE - 1L));
        }
    }

    @Nested
    class AProvidersPace {

        @Test
        void isNotWaitedForByMoreWorkersThanItNeeds() {
            desk.customers(200);
            desk.providers.save(
                    CampaignDesk.STORE.id(),
                    AProvider.sms("memory", 20).revision(2).provider());
            var id = desk.scheduled(ACampaign.sms("Hello {{name}}"));

            for (var turn = 0; turn < 40 && desk.progress(id).counts().sent() == 0; turn++) {
                assertThat(desk.steps.waiting(CampaignStep.Send.class)).isLessThanOrEqualTo(2);
                desk.work();
            }

            desk.workUntilOver(id);
            assertSent(id, 200, Map.of());
        }
    }

    @Nested
    class AWorkerThatDies {

        /** What a worker keeps to itself, and the silence after it. */
        private static final Duration REST =
                CampaignLimits.HELD.plus(CampaignLimits.SILENT).plusSeconds(1);

        @Test
        void letsItsChunkRestForLessThanAMinute() {
            desk.customers(PEOPLE);
            var id = desk.scheduled(ACampaign.sms("Hello {{name}}"));
            desk.passages.answering(draft -> {
                if (draft.buyer().value().equals("B3")) {
                    throw new Mortal.Death();
                }
                return new Answer.Accepted("its-" + draft.id());
            });
            workers();
            assertThat(desk.progress(id).counts().waiting()).isPositive();

            desk.pass(REST);
            desk.watch();
            workers();

            assertThat(REST).isLessThan(Duration.ofMinutes(1));
            assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.COMPLETED);
            assertThat(desk.progress(id).counts().unknown()).isPositive();
            assertThat(desk.doubled()).isEmpty();
        }

        /** They are fast: no time passes. */
        private void workers() {
            for (var turn = 0; turn < 6; turn++) {
                desk.work();
            }
        }
    }

    @Nested
    class TenCampaignsAtOnce {

        @Test
        void sendNobodyMoreThanTheStoresCap() {
            desk.customers(PEOPLE);
            desk.messagesADay(1);
            var ids = new CampaignId[10];
            for (var i = 0; i < ids.length; i++) {
                ids[i] = desk.scheduled(ACampaign.sms("Hello {{name}}, campaign " + i));
            }

            desk.workUntilOver(ids);

            assertThat(desk.arrivals().stream().map(MessageId::address))
                    .hasSize(PEOPLE)
                    .doesNotHaveDuplicates();
            var capped = List.of(ids).stream()
                    .mapToLong(
                            id -> desk.progress(id).counts().excluded().getOrDefault(ExclusionReason.FREQUENCY_CAP, 0L))
                    .sum();
            assertThat(capped).isEqualTo(9L * PEOPLE);
        }
    }

    @Nested
    class AnEMail {

        @Test
        void hasALinkOfItsRecipientAndAWayOut() {
            desk.customers(3);

            var id = desk.sent(
                    ACampaign.email("Hi {{name}}", "<a href=\"{{link}}\">11.11</a>", "{{link}} {{unsubscribe_link}}")
                            .linkingTo("https://shop.example/11.11"));

            assertSent(id, 3, Map.of());
        }
    }
}
