package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TestCampaignTest {

    private static final List<Address> ONE_OF_EACH =
            List.of(new Phone("+8613812345678"), new Phone("+8613012345678"), new Phone("+8613312345678"));

    private final CampaignDesk desk = new CampaignDesk();

    private TestCampaign.Result test(CampaignId id, List<Address> addresses) {
        return new TestCampaign(desk.campaigns, desk.steps, new Random(5)).test(CampaignDesk.STORE.id(), id, addresses);
    }

    @Nested
    class ATest {

        @Test
        void reachesEachAddressOnceAndIsPaidFor() {
            var id = desk.saved(ACampaign.sms("Hello {{name}}, {{paid_orders}}"));

            var begun = (TestCampaign.Result.Begun) test(id, ONE_OF_EACH);
            var step = desk.steps.take().getFirst();
            for (var again = 0; again < 2; again++) {
                desk.worker(Mortal.never()).take(CampaignDesk.STORE, step, () -> true);
            }

            assertThat(desk.arrivals()).containsExactlyElementsOf(begun.messages());
            var wallet = desk.wallets.find(CampaignDesk.STORE.id());
            assertThat(wallet.reserved()).isZero();
            assertThat(wallet.balance()).isLessThan(CampaignDesk.PURSE);
        }

        @Test
        void isUnknownAndPaidForWhereItsWorkerDied() {
            var id = desk.saved(ACampaign.sms("Hello {{name}}"));
            var begun = (TestCampaign.Result.Begun) test(id, ONE_OF_EACH);
            desk.passages.answering(_ -> {
                throw new Mortal.Death();
            });
            var step = desk.steps.take().getFirst();
            Mortal.surviving(() -> desk.worker(Mortal.never()).take(CampaignDesk.STORE, step, () -> true));

            desk.worker(Mortal.never()).take(CampaignDesk.STORE, step, () -> true);
            desk.pass(Duration.ofMinutes(1));
            desk.work();

            var store = CampaignDesk.STORE.id();
            assertThat(desk.messages.unknown(store, "", Optional.empty(), 9))
                    .extracting(Message::id)
                    .containsExactlyInAnyOrderElementsOf(begun.messages());
            assertThat(desk.wallets.find(store).reserved()).isZero();
            assertThat(desk.wallets.find(store).balance()).isLessThan(CampaignDesk.PURSE);
        }

        @Test
        void isForAddressesOfItsChannelOnly() {
            var id = desk.saved(ACampaign.sms("Hello"));

            assertThat(test(id, List.of(new Email("a@qq.com")))).isInstanceOf(TestCampaign.Result.WrongAddresses.class);
            assertThat(test(id, List.of())).isInstanceOf(TestCampaign.Result.WrongAddresses.class);
        }
    }

    @Nested
    class AStoreThatAsksForTests {

        @Test
        void schedulesNothingBeforeEachCarrierTookIt() {
            desk.customers(1);
            desk.testsRequired();
            var id = desk.saved(ACampaign.sms("Hello"));

            test(id, ONE_OF_EACH.subList(0, 1));
            desk.work();
            assertThat(desk.schedule(id))
                    .isEqualTo(new ScheduleCampaign.Result.Untested(Set.of("China Telecom", "China Unicom")));

            test(id, ONE_OF_EACH.subList(1, 3));
            desk.work();
            assertThat(desk.schedule(id)).isInstanceOf(ScheduleCampaign.Result.Done.class);
        }
    }
}
