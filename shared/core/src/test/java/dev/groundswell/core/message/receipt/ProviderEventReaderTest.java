package dev.groundswell.core.message.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.receipt.ProviderEvent.Answered;
import dev.groundswell.core.message.receipt.ProviderEvent.NoNews;
import dev.groundswell.core.message.receipt.ProviderEvent.Reported;
import dev.groundswell.core.message.receipt.ProviderEvent.Traced;
import dev.groundswell.core.message.receipt.ProviderEvent.Unreadable;
import dev.groundswell.core.message.receipt.ProviderEvent.Unsubscribed;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProviderEventReaderTest {

    private static final MessageId ID = AMessage.mail("1", 1).id();
    private static final Instant TAKEN_AT = Instant.parse("2026-11-11T03:00:00Z");
    private static final String AT = "2026-11-11T02:00:04.133Z";

    private static ProviderEvent read(Map<String, ?> values) {
        return new ProviderEventReader().read(values, TAKEN_AT);
    }

    @Nested
    class OfSes {

        private ProviderEvent event(String type, String details, Map<String, ?> of) {
            return read(Map.of(
                    "eventType",
                    type,
                    "mail",
                    Map.of(
                            "timestamp",
                            "2026-11-11T02:00:00Z",
                            "messageId",
                            "0100",
                            "tags",
                            Map.of(
                                    "message", List.of(ID.toString()),
                                    "store", List.of("demo"),
                                    "provider", List.of("ses-1"),
                                    "ses:configuration-set", List.of("x"))),
                    details,
                    of));
        }

        private Reported reported(Outcome outcome, Optional<Bar> bar) {
            return new Reported(Optional.of(new StoreId("demo")), new Receipt(ID, outcome, bar));
        }

        private Reported failed(Instant at, String code, String why, Optional<Bar> bar) {
            return reported(new Outcome.Failed(at, "ses-1", code, why), bar);
        }

        @Test
        void aSendIsSent() {
            assertThat(event("Send", "send", Map.of()))
                    .isEqualTo(reported(
                            new Outcome.Sent(Instant.parse("2026-11-11T02:00:00Z"), "ses-1", "0100"),
                            Optional.empty()));
        }

        @Test
        void aDeliveryAndAnOpenReachedThePerson() {
            var reached = reported(new Outcome.Delivered(Instant.parse(AT), "ses-1"), Optional.empty());

            assertThat(event("Delivery", "delivery", Map.of("timestamp", AT))).isEqualTo(reached);
            assertThat(event("Open", "open", Map.of("timestamp", AT))).isEqualTo(reached);
        }

        @Test
        void aBounceFailedAndOnlyAPermanentOneIsForGood() {
            assertThat(event(
                            "Bounce",
                            "bounce",
                            Map.of("bounceType", "Permanent", "bounceSubType", "General", "timestamp", AT)))
                    .isEqualTo(failed(
                            Instant.parse(AT), "Permanent/General", "The mail bounced.", Optional.of(Bar.SUPPRESSED)));
            assertThat(event(
                            "Bounce",
                            "bounce",
                            Map.of("bounceType", "Transient", "bounceSubType", "MailboxFull", "timestamp", AT)))
                    .isEqualTo(
                            failed(Instant.parse(AT), "Transient/MailboxFull", "The mail bounced.", Optional.empty()));
        }

        @Test
        void aComplaintReachedSomebodyWhoWantsNoMore() {
            assertThat(event("Complaint", "complaint", Map.of("timestamp", AT)))
                    .isEqualTo(
                            reported(new Outcome.Delivered(Instant.parse(AT), "ses-1"), Optional.of(Bar.SUPPRESSED)));
        }

        @Test
        void whatSesItselfRefusedFailed() {
            var at = Instant.parse("2026-11-11T02:00:00Z");

            assertThat(event("Reject", "reject", Map.of("reason", "Bad content")))
                    .isEqualTo(failed(at, "REJECTED", "Bad content", Optional.empty()));
            assertThat(event("Rendering Failure", "failure", Map.of("errorMessage", "No attribute.")))
                    .isEqualTo(failed(at, "RENDERING_FAILURE", "No attribute.", Optional.empty()));
        }

        @Test
        void aDelayOrAClickIsNoNews() {
            assertThat(event("DeliveryDelay", "deliveryDelay", Map.of())).isInstanceOf(NoNews.class);
            assertThat(event("Click", "click", Map.of())).isInstanceOf(NoNews.class);
        }

        @Test
        void aSubscriptionThatEndsIsAnOptOut() {
            assertThat(event(
                            "Subscription",
                            "subscription",
                            Map.of("timestamp", AT, "newTopicPreferences", Map.of("unsubscribeAll", true))))
                    .isEqualTo(new Unsubscribed(Optional.of(new StoreId("demo")), ID, Instant.parse(AT)));
        }

        @Test
        void aMailThatIsNotOursIsNoNews() {
            assertThat(read(Map.of("eventType", "Delivery", "mail", Map.of("tags", Map.of()))))
                    .isInstanceOf(NoNews.class);
        }

        @Test
        void withoutATimeNothingCanBeDone() {
            assertThat(event("Delivery", "delivery", Map.of())).isInstanceOf(Unreadable.class);
        }
    }

    @Nested
    class OfEndUserMessaging {

        private Outcome outcome(String type, boolean isFinal) {
            return ((Reported) event(type, isFinal)).receipt().outcome();
        }

        private ProviderEvent event(String type, boolean isFinal) {
            return read(Map.of(
                    "eventType",
                    type,
                    "eventTimestamp",
                    1_762_826_404_133L,
                    "isFinal",
                    isFinal,
                    "messageId",
                    "862a",
                    "messageStatusDescription",
                    "as it says",
                    "context",
                    Map.of("message", ID.toString(), "store", "demo", "provider", "eum")));
        }

        @Test
        void theLastWordCounts() {
            var at = Instant.ofEpochMilli(1_762_826_404_133L);

            assertThat(outcome("TEXT_QUEUED", false)).isEqualTo(new Outcome.Sent(at, "eum", "862a"));
            assertThat(outcome("TEXT_SUCCESSFUL", false)).isEqualTo(new Outcome.Sent(at, "eum", "862a"));
            assertThat(outcome("TEXT_SUCCESSFUL", true)).isEqualTo(new Outcome.Delivered(at, "eum"));
            assertThat(outcome("TEXT_DELIVERED", true)).isEqualTo(new Outcome.Delivered(at, "eum"));
            assertThat(outcome("TEXT_CARRIER_BLOCKED", true))
                    .isEqualTo(new Outcome.Failed(at, "eum", "CARRIER_BLOCKED", "as it says"));
            assertThat(event("TEXT_UNREACHABLE", false)).isInstanceOf(NoNews.class);
        }

        @Test
        void aNumberThatDoesNotExistIsSuppressed() {
            assertThat(event("TEXT_INVALID", true))
                    .isInstanceOfSatisfying(
                            Reported.class,
                            reported -> assertThat(reported.receipt().bar()).contains(Bar.SUPPRESSED));
        }
    }

    @Nested
    class OfSnsLog {

        private ProviderEvent line(String status, String response) {
            return read(Map.of(
                    "notification", Map.of("messageId", "34d9", "timestamp", "2016-06-28 00:40:34.558"),
                    "delivery", Map.of("destination", "+8613727494530", "providerResponse", response),
                    "status", status));
        }

        @Test
        void namesTheNumberAndItsOwnId() {
            var at = Instant.parse("2016-06-28T00:40:34.558Z");

            assertThat(line("SUCCESS", "Message has been accepted by phone carrier"))
                    .isEqualTo(new Traced(
                            new Phone("+8613727494530"), "34d9", new Outcome.Delivered(at, ""), Optional.empty(), at));
        }

        @Test
        void tellsOfNumbersThatAreOfNoUse() {
            assertThat(line("FAILURE", "Phone number is opted out"))
                    .extracting(event -> ((Traced) event).bar())
                    .isEqualTo(Optional.of(Bar.UNSUBSCRIBED));
            assertThat(line("FAILURE", "Invalid phone number"))
                    .extracting(event -> ((Traced) event).bar())
                    .isEqualTo(Optional.of(Bar.SUPPRESSED));
            assertThat(line("FAILURE", "Phone is currently unreachable/unavailable"))
                    .extracting(event -> ((Traced) event).bar())
                    .isEqualTo(Optional.empty());
        }
    }

    @Nested
    class OfASupplier {

        @Test
        void aReceiptSaysWhereTheMessageStands() {
            assertThat(read(Map.of(
                            "message", ID.toString(), "state", "DELIVERED", "at", "2026-11-11T10:00:04.133+08:00")))
                    .isEqualTo(new Reported(
                            Optional.empty(), Receipt.of(ID, new Outcome.Delivered(Instant.parse(AT), ""))));
            assertThat(read(Map.of(
                            "message",
                            ID.toString(),
                            "state",
                            "FAILED",
                            "at",
                            AT,
                            "code",
                            "21",
                            "reason",
                            "空号",
                            "provider",
                            "hall",
                            "invalidAddress",
                            true)))
                    .isEqualTo(new Reported(
                            Optional.empty(),
                            new Receipt(
                                    ID,
                                    new Outcome.Failed(Instant.parse(AT), "hall", "21", "空号"),
                                    Optional.of(Bar.SUPPRESSED))));
        }

        @Test
        void whatItSignedIsItsOwnReportWhateverItSays() {
            var hall = new ProviderId("hall");

            assertThat(new ProviderEventReader()
                            .readSigned(
                                    Map.of(
                                            "message",
                                            ID.toString(),
                                            "state",
                                            "DELIVERED",
                                            "at",
                                            AT,
                                            "provider",
                                            "mill"),
                                    hall))
                    .isEqualTo(new Reported(
                            Optional.empty(),
                            new Receipt(
                                    ID,
                                    new Outcome.Delivered(Instant.parse(AT), "hall"),
                                    Optional.empty(),
                                    Optional.of(hall))));
        }

        @Test
        void whatItSignedIsInNoOtherForm() {
            assertThat(new ProviderEventReader()
                            .readSigned(Map.of("eventType", "Complaint", "mail", Map.of()), new ProviderId("hall")))
                    .isInstanceOf(NoNews.class);
        }

        @Test
        void anAnswerIsAPersons() {
            var answered = new Answered(new Phone("+8613727494530"), "TD", Instant.parse(AT), "in-1");

            assertThat(read(Map.of("from", "+8613727494530", "text", "TD", "at", AT, "id", "in-1")))
                    .isEqualTo(answered);
            assertThat(read(Map.of(
                            "originationNumber", "+8613727494530",
                            "destinationNumber", "+12065550152",
                            "messageBody", "TD",
                            "inboundMessageId", "in-1")))
                    .isEqualTo(new Answered(new Phone("+8613727494530"), "TD", TAKEN_AT, "in-1"));
        }

        @Test
        void whatIsWrongIsNamed() {
            assertThat(read(Map.of("message", "x", "state", "SENT", "at", AT)))
                    .isEqualTo(new Unreadable("'message' is not the id of a message of ours."));
            assertThat(read(Map.of("message", ID.toString(), "state", "READ", "at", AT)))
                    .isEqualTo(new Unreadable("'state' must be SENT, DELIVERED or FAILED."));
            assertThat(read(Map.of("message", ID.toString(), "state", "SENT", "at", "yesterday")))
                    .isEqualTo(new Unreadable("'at' is no time with an offset."));
        }
    }

    @Property(tries = 200)
    void nothingThatComesMakesItThrow(@ForAll Map<String, String> values, @ForAll String type) {
        assertThat(read(values)).isNotNull();
        assertThat(read(Map.of("eventType", type, "context", values, "mail", Map.of("tags", values))))
                .isNotNull();
    }
}
