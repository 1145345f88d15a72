package dev.groundswell.core.message.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.pace.PaceBooks;
import dev.groundswell.core.message.pace.PaceBooksInMemory;
import dev.groundswell.core.message.pace.WorkerPaces;
import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.ProvidersInMemory;
import dev.groundswell.core.message.send.Passages.Routed;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.VirtualTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProviderPassagesTest {

    private static final Instant NOW = Instant.parse("2026-11-11T00:00:00Z");
    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private static final int A_MINUTE = 60;

    private final VirtualTime time = new VirtualTime(NOW);
    private final ProvidersInMemory providers = new ProvidersInMemory();
    private final RoutingBooksInMemory routing = new RoutingBooksInMemory();
    private final ProviderHealthInMemory health = new ProviderHealthInMemory();
    private final GatewaysInMemory gateways = new GatewaysInMemory(time);
    private final Random random = new Random(7);
    private final PaceBooks paces = new PaceBooksInMemory();
    private final AtomicBoolean tablesFail = new AtomicBoolean();
    private final ProviderPassages passages = passages();

    private ProviderPassages passages() {
        var tally = new HealthTally(failing(ProviderHealth.class, health), time, random);
        return new ProviderPassages(
                new Router(providers, routing, health, tally, time),
                new WorkerPaces(failing(PaceBooks.class, paces), time, time, random),
                gateways,
                time,
                time,
                Runnable::run);
    }

    /** The port, out of order as long as {@link #tablesFail}. */
    private <P> P failing(Class<P> port, P working) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    if (tablesFail.get()) {
                        throw new IllegalStateException("The table is out of order.");
                    }
                    return method.invoke(working, arguments);
                }));
    }

    private void given(AProvider provider) {
        providers.save(STORE.id(), provider.provider());
    }

    private static Draft sms(int number) {
        return sms("+86137" + (10_000_000 + number));
    }

    private static Draft sms(String number) {
        return draft(new Phone(number), new Content.Sms("Hello", 1));
    }

    private static Draft mail(String address) {
        return draft(new Email(address), new Content.Mail("Hello", "<p>Hello</p>", "Hello", Map.of()));
    }

    private static Draft draft(Address address, Content content) {
        return new Draft(
                new MessageId(AddressKey.of(address), "c.a"),
                address,
                new BuyerId("buyer"),
                MessageKind.MARKETING,
                content,
                "0/0");
    }

    private static List<Draft> many(int count, Function<Integer, Draft> draft) {
        return IntStream.range(0, count).boxed().map(draft).toList();
    }

    private Map<MessageId, Routed> sent(List<Draft> drafts, int seconds) {
        var passage =
                passages.open(STORE, Urgency.CAMPAIGN, drafts, time.instant().plusSeconds(seconds));
        return passage.send(passage.admitted());
    }

    private static Map<String, Long> byProvider(Map<MessageId, Routed> sent) {
        return sent.values().stream().collect(Collectors.groupingBy(Routed::provider, Collectors.counting()));
    }

    private static boolean areAccepted(Map<MessageId, Routed> sent) {
        return sent.values().stream().allMatch(routed -> routed.answer() instanceof Answer.Accepted);
    }

    @Nested
    class WithTwoProviders {

        @Test
        void messagesAreSharedByWeight() {
            given(AProvider.sms("a", 1000).weight(75));
            given(AProvider.sms("b", 1000).weight(25));

            var sent = sent(many(200, ProviderPassagesTest::sms), A_MINUTE);

            assertThat(areAccepted(sent)).isTrue();
            assertThat(byProvider(sent).get("a")).isBetween(130L, 170L);
            assertThat(byProvider(sent).get("b")).isBetween(30L, 70L);
        }

        @Test
        void oneWithoutWeightIsAskedOnlyForWhatTheOtherDidNotTake() {
            given(AProvider.sms("a", 1000));
            given(AProvider.sms("standby", 1000).weight(0));
            gateways.answer(
                    "a",
                    id -> Math.floorMod(id.hashCode(), 4) == 0
                            ? new Answer.NotTaken("THROTTLED", "Slow down.")
                            : new Answer.Accepted("1"));

            var sent = sent(many(50, ProviderPassagesTest::sms), A_MINUTE);

            assertThat(areAccepted(sent)).isTrue();
            assertThat(byProvider(sent)).containsOnlyKeys("a", "standby");
            assertThat(gateways.arrived("standby")).hasSameSizeAs(gateways.notTaken("a"));
        }

        @Test
        void oneThatIsAtItsPaceLeavesMessagesToTheOther() {
            given(AProvider.sms("slow", 2).weight(99));
            given(AProvider.sms("fast", 1000).weight(1));

            var sent = sent(many(50, ProviderPassagesTest::sms), 5);

            assertThat(areAccepted(sent)).isTrue();
            assertThat(byProvider(sent).get("fast")).isGreaterThan(40L);
        }

        @Test
        void aRefusedOrLostMessageIsNobodyElsesToSend() {
            given(AProvider.sms("a", 1000));
            given(AProvider.sms("b", 1000).weight(0));
            gateways.answer(
                    "a",
                    id -> Math.floorMod(id.hashCode(), 2) == 0
                            ? new Answer.Refused("INVALID", "No such number.")
                            : new Answer.Lost("time-out"));

            sent(many(4, ProviderPassagesTest::sms), A_MINUTE);

            assertThat(gateways.arrived("b")).isEmpty();
        }

        @Test
        void whatNobodyTakesIsNotTaken() {
            given(AProvider.sms("a", 1000));
            given(AProvider.sms("b", 1000));
            gateways.answer("a", _ -> new Answer.NotTaken("CLOSED", "Closed."));
            gateways.answer("b", _ -> new Answer.NotTaken("CLOSED", "Closed."));

            var sent = sent(many(3, ProviderPassagesTest::sms), A_MINUTE);

            assertThat(sent)
                    .hasSize(3)
                    .allSatisfy((_, routed) -> assertThat(routed.answer()).isInstanceOf(Answer.NotTaken.class));
        }

        @Test
        void oneThatServesOneCarrierIsAskedForItsNumbersOnly() {
            given(AProvider.sms("mobile-only", 1000).serving("China Mobile"));
            given(AProvider.sms("all", 1000).weight(1));

            sent(List.of(sms("+8618612345678"), sms("+8618912345678")), A_MINUTE);

            assertThat(gateways.arrived("mobile-only")).isEmpty();
            assertThat(gateways.arrived("all")).hasSize(2);
        }
    }

    @Nested
    class AProviderThatStopsAnswering {

        @Test
        void isLeftAloneAfterAFewLostAnswers() {
            given(AProvider.sms("dead", 1000));
            given(AProvider.sms("alive", 1000).weight(0));
            gateways.answer("dead", _ -> new Answer.Lost("time-out"));

            sent(many(Breaker.LOST_IN_A_ROW, ProviderPassagesTest::sms), A_MINUTE);
            var then = sent(many(50, number -> sms(number + 100)), A_MINUTE);

            assertThat(byProvider(then)).containsOnlyKeys("alive");
        }

        @Test
        void isAskedAgainLater() {
            given(AProvider.sms("dead", 1000));
            gateways.answer("dead", _ -> new Answer.Lost("time-out"));
            sent(many(Breaker.LOST_IN_A_ROW, ProviderPassagesTest::sms), A_MINUTE);
            assertThat(sent(many(3, number -> sms(number + 100)), A_MINUTE)).isEmpty();

            time.sleep(Breaker.LEFT_ALONE);
            gateways.answer("dead", _ -> new Answer.Accepted("1"));

            assertThat(areAccepted(sent(many(3, number -> sms(number + 100)), A_MINUTE)))
                    .isTrue();
        }
    }

    @Nested
    class AProviderThatFails {

        @Test
        void hasNoWeightWithinAMinuteAndItsMessagesGoByTheOther() {
            given(AProvider.sms("failing", 60));
            given(AProvider.sms("working", 60));
            sendForSeconds(10, 0);

            gateways.answer("failing", _ -> new Answer.NotTaken("503", "Service unavailable."));
            sendForSeconds(50, 100_000);
            gateways.forget();
            sendForSeconds(5, 200_000);

            assertThat(routing.read(STORE.id(), Channel.SMS)
                            .level(AProvider.sms("failing", 1).provider().id())
                            .percent())
                    .isZero();
            assertThat(gateways.arrived("failing")).isEmpty();
            assertThat(gateways.arrived("working")).isNotEmpty();
        }

        @Test
        void hasItsWeightBackAfterQuietMinutes() {
            given(AProvider.sms("failing", 60));
            given(AProvider.sms("working", 60));
            gateways.answer("failing", _ -> new Answer.NotTaken("503", "Service unavailable."));
            sendForSeconds(40, 0);
            gateways.answer("failing", _ -> new Answer.Accepted("1"));

            for (var minute = 0; minute < 12; minute++) {
                time.sleep(Duration.ofMinutes(1));
                sendForSeconds(1, 100_000 + minute * 1000);
            }

            assertThat(routing.read(STORE.id(), Channel.SMS)
                            .level(AProvider.sms("failing", 1).provider().id())
                            .percent())
                    .isEqualTo(100);
            assertThat(routing.changes(STORE.id(), Channel.SMS, 100))
                    .extracting(RoutingChange::reason)
                    .contains(RoutingChange.Reason.ERRORS, RoutingChange.Reason.QUIET);
        }

        private void sendForSeconds(int seconds, int firstNumber) {
            var end = time.instant().plusSeconds(seconds);
            for (var number = firstNumber; time.instant().isBefore(end); number += 50) {
                var begin = number;
                assertThat(areAccepted(sent(many(50, each -> sms(begin + each)), A_MINUTE)))
                        .isTrue();
                time.sleep(Duration.ofMillis(20));
            }
        }
    }

    @Nested
    class Mails {

        @Test
        void goManyInACallWhereThePaceIsGreat() {
            given(AProvider.email("ses", 10_000));

            var sent = sent(many(100, number -> mail("a" + number + "@shop.example")), A_MINUTE);

            assertThat(areAccepted(sent)).isTrue();
            assertThat(gateways.calls("ses")).isLessThanOrEqualTo(3);
        }

        @Test
        void toAFamilyKeepToItsPace() {
            given(AProvider.email("ses", 1000).family(MailboxFamily.QQ, 10));

            sent(many(50, number -> mail(number + (number < 25 ? "@qq.com" : "@163.com"))), A_MINUTE);

            assertThat(gateways.mostInASecond("ses", address -> address.contains("@qq.com")))
                    .isLessThanOrEqualTo(9);
            assertThat(gateways.mostInASecond("ses", address -> address.contains("@163.com")))
                    .isEqualTo(25);
        }
    }

    @Nested
    class WhereTablesFail {

        @Test
        void nothingIsAdmitted() {
            given(AProvider.sms("a", 10));
            tablesFail.set(true);

            assertThatThrownBy(() -> sent(many(50, ProviderPassagesTest::sms), A_MINUTE))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void whatWasAdmittedGoesAndItsAnswersAreTold() {
            given(AProvider.sms("a", 10));
            gateways.answer("a", _ -> new Answer.Lost("time-out"));
            var passage = passages.open(
                    STORE, Urgency.CAMPAIGN, many(50, ProviderPassagesTest::sms), NOW.plusSeconds(A_MINUTE));
            tablesFail.set(true);

            var sent = passage.send(passage.admitted());

            assertThat(sent)
                    .isNotEmpty()
                    .allSatisfy((_, routed) -> assertThat(routed.answer()).isInstanceOf(Answer.Lost.class));
        }
    }

    @Nested
    class Time {

        @Test
        void isOverForWhatWouldGoAfterIt() {
            given(AProvider.sms("slow", 10));

            var sent = sent(many(50, ProviderPassagesTest::sms), 2);

            assertThat(sent).hasSizeBetween(15, 25);
            assertThat(gateways.arrived("slow")).allMatch(at -> at.isBefore(NOW.plusSeconds(2)));
        }

        @Test
        void isNotWaitedForWhereNoProviderReachesAnybody() {
            given(AProvider.sms("inactive", 10).inactive());

            assertThat(sent(many(50, ProviderPassagesTest::sms), A_MINUTE)).isEmpty();
            assertThat(time.instant()).isEqualTo(NOW);
        }
    }
}
