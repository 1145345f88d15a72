package dev.groundswell.deliveryreceipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.campaign.ACampaign;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.link.Attribution;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.jr.ob.JSON;

class DeliveryReceiptsHandlerTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final ReceiptDesk desk = new ReceiptDesk(aws);
    private final int person = PEOPLE.incrementAndGet();
    private final Draft sms = AMessage.sms("20261111T000000Z-0000000a", person);
    private final Draft mail = AMessage.mail("20261111T000000Z-0000000a", person);

    @BeforeAll
    static void create() {
        ReceiptDesk.create(aws);
    }

    private static String ses(MessageId message, String type, Map<String, ?> details) {
        return JSON.std.asString(Map.of(
                "eventType",
                type,
                "mail",
                Map.of(
                        "timestamp",
                        "2026-11-11T02:00:00.240Z",
                        "messageId",
                        "010001",
                        "tags",
                        Map.of("message", List.of(message.toString()), "store", List.of("demo"))),
                type.toLowerCase(Locale.ROOT),
                details));
    }

    private static String delivered(MessageId message) {
        return ses(message, "Delivery", Map.of("timestamp", "2026-11-11T02:00:04.133Z"));
    }

    private static String bounced(MessageId message) {
        return ses(
                message,
                "Bounce",
                Map.of("bounceType", "Permanent", "bounceSubType", "General", "timestamp", "2026-11-14T02:00:00Z"));
    }

    private static String bySns(String event) {
        return JSON.std.asString(Map.of("Type", "Notification", "TopicArn", "arn:aws:sns:…", "Message", event));
    }

    @Nested
    class AnEventOfSes {

        @Test
        void settlesItsMessage() {
            var id = desk.sent(mail);

            assertThat(desk.deliver(bySns(delivered(id)))).isEmpty();

            assertThat(desk.message(id).state()).isEqualTo(MessageState.DELIVERED);
            assertThat(desk.history(mail.buyer()).messages()).singleElement().satisfies(times -> {
                assertThat(times.channel()).isEqualTo(Channel.EMAIL);
                assertThat(times.lastReceivedAt()).isEqualTo("2026-11-11T02:00:04.133Z");
            });
        }

        @Test
        void changesNothingTheSecondTimeNorAfterALaterOne() {
            var id = desk.sent(mail);

            desk.deliver(bounced(id), delivered(id), bounced(id));

            assertThat(desk.message(id).outcome())
                    .containsInstanceOf(Outcome.Failed.class)
                    .map(Outcome::at)
                    .contains(Instant.parse("2026-11-14T02:00:00Z"));
        }

        @Test
        void ofAMailboxThatDoesNotExistSuppressesTheAddress() {
            var id = desk.sent(mail);

            desk.deliver(bounced(id));

            assertThat(desk.standing(id.address()).exclusion()).contains(ExclusionReason.SUPPRESSED);
        }

        @Test
        void comesThroughEventBridgeToo() {
            var id = desk.sent(mail);

            desk.deliver(
                    "{\"source\":\"aws.ses\",\"detail-type\":\"Email Delivered\",\"detail\":" + delivered(id) + "}");

            assertThat(desk.message(id).state()).isEqualTo(MessageState.DELIVERED);
        }

        @Test
        void ofAMessageThatNobodyKnowsIsDropped() {
            assertThat(desk.deliver(delivered(mail.id()))).isEmpty();
            assertThat(desk.context.lines()).singleElement().asString().contains("receipts-of-no-message");
        }
    }

    @Nested
    class ALineOfSnsLog {

        private String line(Instant at) {
            return """
                {"notification":{"messageId":"%s","timestamp":"%s"},
                 "delivery":{"destination":"%s","providerResponse":"Message has been accepted by phone carrier"},
                 "status":"SUCCESS"}\
                """.formatted(
                            ReceiptDesk.providersIdOf(sms.id()),
                            at.toString().replace('T', ' ').replace("Z", ".000"),
                            sms.address().text());
        }

        @Test
        void findsItsMessageByTheNumberAndWhatSnsCalledIt() {
            var id = desk.sent(sms);

            desk.deliver(line(ReceiptDesk.SENT_AT));

            assertThat(desk.message(id).state()).isEqualTo(MessageState.DELIVERED);
        }

        @Test
        void comesAgainWhereItsMessageMayNotBeWrittenDownYet() {
            assertThat(desk.deliver(line(ReceiptDesk.NOW.minus(Duration.ofMinutes(1)))))
                    .containsExactly("m0");
            assertThat(desk.deliver(line(ReceiptDesk.SENT_AT))).isEmpty();
        }
    }

    @Nested
    class AnAnswer {

        private String answer(String text) {
            return JSON.std.asString(
                    Map.of("originationNumber", sms.address().text(), "messageBody", text, "inboundMessageId", "in-1"));
        }

        @Test
        void thatWantsNoMoreBarsTheNumberAndIsNotedWithItsBuyers() {
            var id = desk.sent(sms);

            desk.deliver(bySns(answer("退订。")));

            assertThat(desk.standing(id.address()).isBarred(Bar.UNSUBSCRIBED)).isTrue();
            assertThat(desk.history(sms.buyer()).consents())
                    .singleElement()
                    .extracting(Consent::isWithdrawn, Consent::source)
                    .containsExactly(true, "sms-reply");
        }

        @Test
        void thatSaysSomethingElseChangesNothing() {
            var id = desk.sent(sms);

            assertThat(desk.deliver(answer("When does the sale end?"))).isEmpty();

            assertThat(desk.standing(id.address()).barrings()).isEmpty();
        }
    }

    @Nested
    class AClick {

        private final ShortLink link = new ShortLink(
                new LinkCode("abcdef" + (1000 + person)),
                mail.id(),
                1,
                mail.buyer(),
                URI.create("https://shop.example.com/"));

        private String clicked(Duration later) {
            return JSON.std.asString(Map.of(
                    "clicked",
                    link.code().value(),
                    "at",
                    ReceiptDesk.SENT_AT.plus(later).toString()));
        }

        @Test
        void isCountedOnceWithTheLinkAndThePerson() {
            desk.sent(mail);
            desk.links().write(ReceiptDesk.STORE.id(), List.of(link));

            desk.deliver(clicked(Duration.ofMinutes(3)), clicked(Duration.ofMinutes(3)));

            var kept = desk.links().find(ReceiptDesk.STORE.id(), link.code()).orElseThrow();
            assertThat(kept.clicks()).containsExactly(ReceiptDesk.SENT_AT.plusSeconds(180));
            assertThat(desk.history(mail.buyer()).messages())
                    .singleElement()
                    .satisfies(times -> assertThat(times.lastClickedAt())
                            .isEqualTo(kept.clicks().first()));
        }

        @Test
        void countsForTheCampaignThatTheMessageIsOf() {
            var campaign = desk.launched(ACampaign.sms("Hello").settings());
            var draft = AMessage.sms(campaign.id().value(), person);
            var ofCampaign = new ShortLink(link.code(), draft.id(), 1, draft.buyer(), link.target());
            desk.links().write(ReceiptDesk.STORE.id(), List.of(ofCampaign));

            desk.deliver(clicked(Duration.ofMinutes(3)), clicked(Duration.ofMinutes(5)));

            assertThat(desk.history(draft.buyer()).clicks()).singleElement().satisfies(noted -> {
                assertThat(noted.attribution())
                        .contains(new Attribution(
                                campaign.id().purpose(), campaign.settings().attribution()));
                assertThat(noted.clicks()).isEqualTo(2);
                assertThat(noted.firstAt()).isEqualTo(ReceiptDesk.SENT_AT.plusSeconds(180));
            });
            assertThat(desk.links()
                            .clicked(ReceiptDesk.STORE.id(), campaign.id().purpose(), Optional.empty(), 10))
                    .extracting(listed -> listed.link().link().code())
                    .containsExactly(link.code());
        }

        @Test
        void ofAMailServerThatLooksAtTheMailFirstIsNot() {
            desk.sent(mail);
            desk.links().write(ReceiptDesk.STORE.id(), List.of(link));

            desk.deliver(clicked(Duration.ofSeconds(3)));

            assertThat(desk.links()
                            .find(ReceiptDesk.STORE.id(), link.code())
                            .orElseThrow()
                            .clicks())
                    .isEmpty();
        }
    }

    @Nested
    class WhatASupplierSigned {

        private final String delivered = JSON.std.asString(
                Map.of("message", sms.id().toString(), "state", "DELIVERED", "at", "2026-11-11T02:00:04Z"));

        @Test
        void settlesItsOwnMessages() {
            desk.sent(sms);

            desk.deliverSigned("p1", delivered);

            assertThat(desk.message(sms.id()).state()).isEqualTo(MessageState.DELIVERED);
        }

        @Test
        void settlesNobodyElsesAndIsNoClickAndNoEventOfAws() {
            desk.sent(sms);

            assertThat(desk.deliverSigned("p2", delivered)).isEmpty();
            desk.deliverSigned("p1", DeliveryReceiptsHandlerTest.delivered(sms.id()));

            assertThat(desk.message(sms.id()).state()).isEqualTo(MessageState.SENT);
            assertThat(desk.context.lines())
                    .contains("{\"event\":\"receipts-of-another-provider\",\"store\":\"demo\",\"count\":1}");
        }
    }

    @Nested
    class AMessageOfTheQueue {

        @Test
        void thatCannotBeReadComesAgainUntilItIsDeadAndKeepsNoOtherBack() {
            var id = desk.sent(mail);

            assertThat(desk.deliver("hello", delivered(id), "{\"message\":\"nobody's\",\"state\":\"SENT\"}"))
                    .containsExactlyInAnyOrder("m0", "m2");

            assertThat(desk.message(id).state()).isEqualTo(MessageState.DELIVERED);
        }

        @Test
        void thatIsNobodysEventIsDropped() {
            assertThat(desk.deliver("{}", "[]", "{\"eventType\":\"Delivery\",\"mail\":{}}"))
                    .isEmpty();
        }
    }
}
