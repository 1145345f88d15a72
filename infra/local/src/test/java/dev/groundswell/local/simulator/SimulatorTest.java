package dev.groundswell.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.send.Passages.Routed;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.local.LocalSystem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole way out in a local run: the tables, the pace, and the demo store's simulated providers. */
class SimulatorTest {

    private static final Store STORE =
            new Store(new StoreId(LocalSystem.STORE), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private static final int SLICE = 50;

    @RegisterExtension
    static final Sending SENDING = new Sending();

    private static LocalSystem system() {
        return SENDING.system();
    }

    private static Map<MessageId, Routed> sent(IntFunction<Draft> draft) {
        var drafts = IntStream.range(0, SLICE).mapToObj(draft).toList();
        var passage = SENDING.passages()
                .open(
                        STORE,
                        Urgency.CAMPAIGN,
                        drafts,
                        system().clock().instant().plus(Duration.ofSeconds(20)));
        return passage.send(passage.admitted());
    }

    private static long arrived(String purpose) {
        return system().simulator().outbox().latest().stream()
                .filter(message -> String.valueOf(message.get("message")).endsWith("." + purpose))
                .count();
    }

    private static Draft sms(String purpose, int number) {
        return draft(purpose, new Phone("+86137" + (10_000_000 + number)), new Content.Sms("【店】今晚八点", 1));
    }

    private static Draft mail(String purpose, int number) {
        return draft(
                purpose,
                new Email("a" + number + "@shop.example"),
                new Content.Mail("Tonight", "<p>At eight</p>", "At eight", Map.of()));
    }

    private static Draft draft(String purpose, Address address, Content content) {
        var id = new MessageId(AddressKey.of(address), purpose);
        return new Draft(id, address, new BuyerId("b"), MessageKind.MARKETING, content, "0/0");
    }

    @Nested
    class MessagesOfTheDemoStore {

        @Test
        void goToTheOutboxOnceEach() {
            var sms = sent(number -> sms("t.once", number));
            var mails = sent(number -> mail("t.once", number));

            assertThat(sms)
                    .hasSize(SLICE)
                    .allSatisfy((_, routed) -> assertThat(routed.answer()).isInstanceOf(Answer.Accepted.class));
            assertThat(mails)
                    .hasSize(SLICE)
                    .allSatisfy((_, routed) -> assertThat(routed.answer()).isInstanceOf(Answer.Accepted.class));
            assertThat(system().simulator().outbox().doubled()).isZero();
            assertThat(arrived("t.once")).isEqualTo(2 * SLICE);
        }

        @Test
        void goByTheOtherProviderWhereOneIsDown() {
            system().simulator().tell("sms-one", Map.of("isDown", true));
            try {
                var sent = sent(number -> sms("t.down", number));

                assertThat(sent.values())
                        .hasSize(SLICE)
                        .allMatch(routed -> routed.provider().equals("sms-two"))
                        .allMatch(routed -> routed.answer() instanceof Answer.Accepted);
            } finally {
                system().simulator().tell("sms-one", Map.of("isDown", false));
            }
        }

        @Test
        void arriveOnceAlsoWhereTheAnswerIsLost() {
            system().simulator().tell("mail", Map.of("percentLost", 100));
            try {
                var sent = sent(number -> mail("t.lost", number));

                assertThat(sent.values()).extracting(Routed::answer).hasOnlyElementsOfType(Answer.Lost.class);
                assertThat(system().simulator().outbox().doubled()).isZero();
            } finally {
                system().simulator().tell("mail", Map.of("percentLost", 0));
            }
        }
    }

    @Nested
    class TheOutbox {

        @Test
        void isAPageAndAnAddress() throws Exception {
            sent(number -> sms("t.page", number));

            assertThat(read("/outbox")).contains("What the simulator was sent");
            assertThat(read("/_local/outbox")).contains("\"messages\"").contains("t.page");
        }

        @Test
        void tellsProvidersHowToBehave() throws Exception {
            assertThat(told("nobody", "{\"percentLost\":5}").statusCode()).isEqualTo(200);
            assertThat(told("nobody", "{\"charm\":5}").statusCode()).isEqualTo(400);
            assertThat(read("/_local/outbox")).contains("\"percentLost\":5");
        }

        private static String read(String path) throws Exception {
            return exchanged(HttpRequest.newBuilder(URI.create(system().url() + path))
                            .GET())
                    .body();
        }

        private static HttpResponse<String> told(String provider, String behaviour) throws Exception {
            return exchanged(HttpRequest.newBuilder(URI.create(system().url() + "/_local/simulator/" + provider))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(behaviour)));
        }

        private static HttpResponse<String> exchanged(HttpRequest.Builder request) throws Exception {
            try (var client = HttpClient.newHttpClient()) {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            }
        }
    }

    @Nested
    class AReport {

        @Test
        void comesToTheQueueOfReports() {
            var sent = sent(number -> sms("t.reported", number));

            var reports = SENDING.awaitReports(SLICE);

            assertThat(reports)
                    .anyMatch(report ->
                            report.contains(sent.keySet().iterator().next().toString()));
        }

        @Test
        void isInTheFormOfAwssProviders() {
            var arrival = new Arrival(
                    "its-id",
                    "demo",
                    system().clock().instant(),
                    Map.of("message", "m", "provider", "mail", "to", "a@b.example", "html", "<p/>"));

            assertThat(Report.of(arrival, true, arrival.at()))
                    .containsEntry("eventType", "Delivery")
                    .containsKey("mail");
            assertThat(Report.of(arrival, false, arrival.at())).containsEntry("eventType", "Bounce");
        }
    }

    @Test
    void messagesAreSharedByBothProvidersForSms() {
        IntStream.range(0, 4).forEach(round -> sent(number -> sms("t.shared" + round, number)));

        assertThat(List.of(
                        system().simulator().outbox().messages("sms-one"),
                        system().simulator().outbox().messages("sms-two")))
                .allMatch(messages -> messages > 0);
    }
}
