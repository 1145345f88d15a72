package dev.groundswell.cloud.message.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.groundswell.cloud.function.SdkClients;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.message.provider.SmsGateway;
import dev.groundswell.core.webhook.WebhookSignature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes over the wire, and what comes of each answer, by the real clients. */
class SmsGatewaysTest {

    @RegisterExtension
    static final AwsWire wire = new AwsWire();

    private static void answers(ResponseDefinitionBuilder answer) {
        wire.server().stubFor(post(anyUrl()).willReturn(answer));
    }

    private static void arrivedOnce() {
        assertThat(wire.server().getAllServeEvents()).hasSize(1);
    }

    private static StoreGateways gateways(SdkClients clients) {
        return new StoreGateways(
                clients,
                (_, provider) -> provider.value().equals("signed") ? List.of("current", "former") : List.of(),
                Optional.of(URI.create(wire.server().baseUrl())),
                InstantSource.system());
    }

    /** What every gateway does, in its own words. */
    abstract static class AnyGateway {

        abstract SmsGateway gateway(SdkClients clients);

        abstract ResponseDefinitionBuilder accepted();

        abstract ResponseDefinitionBuilder throttled();

        abstract ResponseDefinitionBuilder refused();

        abstract ResponseDefinitionBuilder misconfigured();

        Answer sent() {
            return gateway(wire.clients()).send(Samples.sms());
        }

        @Test
        void tellsWhatTheProviderCallsAMessageThatItTook() {
            answers(accepted());

            assertThat(sent()).isEqualTo(new Answer.Accepted("its-id"));
            arrivedOnce();
        }

        @Test
        void isNotTakenWhereItIsThrottled() {
            answers(throttled());

            assertThat(sent()).isInstanceOf(Answer.NotTaken.class);
            arrivedOnce();
        }

        @Test
        void isRefusedWhereTheNumberIsWrong() {
            answers(refused());

            assertThat(sent()).isInstanceOf(Answer.Refused.class);
            arrivedOnce();
        }

        @Test
        void isNotTakenWhereTheStoresSettingsAreWrong() {
            answers(misconfigured());

            assertThat(sent()).isInstanceOf(Answer.NotTaken.class);
        }

        @Test
        void isLostAndArrivesOnceWhereTheAnswerIsLost() {
            answers(aResponse().withFault(Fault.EMPTY_RESPONSE));

            assertThat(sent()).isInstanceOf(Answer.Lost.class);
            arrivedOnce();
        }

        @Test
        void isLostAndArrivesOnceWhereTheServerFailed() {
            answers(aResponse().withStatus(500));

            assertThat(sent()).isInstanceOf(Answer.Lost.class);
            arrivedOnce();
        }

        @Test
        void isNotTakenWhereTheServiceIsUnavailable() {
            answers(aResponse().withStatus(503));

            assertThat(sent()).isInstanceOf(Answer.NotTaken.class);
            arrivedOnce();
        }
    }

    /** AWS's, which can be elsewhere. */
    abstract static class AwsGateway extends AnyGateway {

        @Test
        void isNotTakenWhereNobodyListens() {
            assertThat(gateway(AwsWire.unreachable()).send(Samples.sms())).isInstanceOf(Answer.NotTaken.class);
        }
    }

    @Nested
    class Sns extends AwsGateway {

        @Override
        SmsGateway gateway(SdkClients clients) {
            return gateways(clients)
                    .sms(Samples.STORE, Samples.provider("sns", ProviderKind.SNS, new Sender("SHOP", "", "")));
        }

        @Override
        ResponseDefinitionBuilder accepted() {
            return aResponse().withBody("""
                <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
                  <PublishResult><MessageId>its-id</MessageId></PublishResult>
                  <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
                </PublishResponse>\
                """);
        }

        @Override
        ResponseDefinitionBuilder throttled() {
            return error(400, "Throttling", "Rate exceeded");
        }

        @Override
        ResponseDefinitionBuilder refused() {
            return error(
                    400,
                    "InvalidParameter",
                    "Invalid parameter: PhoneNumber Reason: +8613727494530 is not valid to publish to");
        }

        @Override
        ResponseDefinitionBuilder misconfigured() {
            return error(400, "InvalidParameter", "Invalid parameter: SenderID Reason: it is not registered");
        }

        private static ResponseDefinitionBuilder error(int status, String code, String message) {
            return aResponse().withStatus(status).withBody("""
                <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
                  <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
                  <RequestId>1</RequestId>
                </ErrorResponse>\
                """.formatted(code, message));
        }

        @Test
        void publishesToTheNumberWithItsKindAndSender() {
            answers(accepted());

            sent();

            wire.server()
                    .verify(postRequestedFor(anyUrl())
                            .withFormParam("Action", equalTo("Publish"))
                            .withFormParam("PhoneNumber", equalTo("+8613727494530"))
                            .withFormParam(
                                    "Message", equalTo(Samples.sms().content().text()))
                            .withRequestBody(containing("Promotional"))
                            .withRequestBody(containing("AWS.SNS.SMS.SenderID"))
                            .withRequestBody(containing("SHOP")));
        }

        @Test
        void isRefusedWhereThePersonOptedOut() {
            answers(error(400, "OptedOut", "Phone number is opted out"));

            assertThat(sent()).isEqualTo(new Answer.Refused("OptedOut", "Phone number is opted out"));
        }
    }

    @Nested
    class EndUserMessaging extends AwsGateway {

        @Override
        SmsGateway gateway(SdkClients clients) {
            var sender = new Sender("pool-1", "events", "");
            return gateways(clients)
                    .sms(Samples.STORE, Samples.provider("eum", ProviderKind.END_USER_MESSAGING, sender));
        }

        @Override
        ResponseDefinitionBuilder accepted() {
            return aResponse().withBody("{\"MessageId\":\"its-id\"}");
        }

        @Override
        ResponseDefinitionBuilder throttled() {
            return error("ThrottlingException", "\"Message\":\"Rate exceeded\"");
        }

        @Override
        ResponseDefinitionBuilder refused() {
            return error(
                    "ConflictException", "\"Message\":\"Opted out\",\"Reason\":\"DESTINATION_PHONE_NUMBER_OPTED_OUT\"");
        }

        @Override
        ResponseDefinitionBuilder misconfigured() {
            return error(
                    "ConflictException", "\"Message\":\"No identity\",\"Reason\":\"NO_ORIGINATION_IDENTITIES_FOUND\"");
        }

        private static ResponseDefinitionBuilder error(String type, String fields) {
            return aResponse().withStatus(400).withBody("{\"__type\":\"" + type + "\"," + fields + "}");
        }

        @Test
        void carriesTheMessagesIdAsContext() {
            answers(accepted());

            sent();

            wire.server().verify(postRequestedFor(anyUrl()).withRequestBody(equalToJson("""
                {"DestinationPhoneNumber": "+8613727494530",
                 "OriginationIdentity": "pool-1",
                 "ConfigurationSetName": "events",
                 "MessageBody": "%s",
                 "MessageType": "PROMOTIONAL",
                 "Context": {"message": "%s", "store": "demo", "provider": "eum"}}
                """.formatted(
                            Samples.sms().content().text(), Samples.sms().id()))));
        }

        @Test
        void isRefusedWhereTheNumberIsNone() {
            answers(error("ValidationException", """
                "Message":"No number","Reason":"FIELD_VALIDATION_FAILED",
                "Fields":[{"Name":"DestinationPhoneNumber","Message":"It is not valid."}]\
                """));

            assertThat(sent()).isInstanceOf(Answer.Refused.class);
        }
    }

    @Nested
    class ASupplierOfTheStore extends AnyGateway {

        @Override
        SmsGateway gateway(SdkClients clients) {
            return supplier("signed", wire.server().baseUrl() + "/messages");
        }

        private static SmsGateway supplier(String id, String endpoint) {
            return gateways(wire.clients())
                    .sms(Samples.STORE, Samples.provider(id, ProviderKind.HTTP, new Sender("", "", endpoint)));
        }

        @Override
        ResponseDefinitionBuilder accepted() {
            return aResponse().withStatus(202).withBody("{\"id\":\"its-id\"}");
        }

        @Override
        ResponseDefinitionBuilder throttled() {
            return aResponse().withStatus(429);
        }

        @Override
        ResponseDefinitionBuilder refused() {
            return aResponse().withStatus(422).withBody("{\"code\":\"NO_SUCH_NUMBER\",\"message\":\"There is none.\"}");
        }

        @Override
        ResponseDefinitionBuilder misconfigured() {
            return aResponse().withStatus(401);
        }

        @Test
        void isSentTheMessageSignedWithTheCurrentSecret() {
            answers(accepted());

            sent();

            var request = wire.server().getAllServeEvents().getFirst().getRequest();
            assertThat(request.getUrl()).isEqualTo("/messages");
            assertThat(request.getHeader("X-Groundswell-Store")).isEqualTo("demo");
            assertThat(request.getHeader("X-Groundswell-Signature"))
                    .isEqualTo(WebhookSignature.sign(request.getBody(), "current"));
            wire.server().verify(postRequestedFor(anyUrl()).withRequestBody(equalToJson("""
                {"message": "%s", "provider": "signed", "to": "+8613727494530",
                 "kind": "MARKETING", "text": "%s", "parts": 1}
                """.formatted(
                            Samples.sms().id(), Samples.sms().content().text()))));
        }

        @Test
        void isNotAskedWithoutASecret() {
            assertThat(supplier("unsigned", wire.server().baseUrl()).send(Samples.sms()))
                    .isInstanceOf(Answer.NotTaken.class);
            assertThat(wire.server().getAllServeEvents()).isEmpty();
        }

        @Test
        void isNotTakenWhereNobodyListens() {
            assertThat(supplier("signed", "http://localhost:1/").send(Samples.sms()))
                    .isInstanceOf(Answer.NotTaken.class);
        }

        @Test
        void mayAnswerWithoutAnId() {
            answers(aResponse().withBody("ok".getBytes(StandardCharsets.UTF_8)));

            assertThat(sent()).isEqualTo(new Answer.Accepted(""));
        }
    }

    @Nested
    class TheSimulator {

        @Test
        void isAskedAsASupplierIs() {
            answers(aResponse().withStatus(202).withBody("{\"id\":\"its-id\"}"));

            var answer = gateways(wire.clients())
                    .sms(Samples.STORE, Samples.provider("sim", ProviderKind.SIMULATOR, Sender.NONE))
                    .send(Samples.sms());

            assertThat(answer).isEqualTo(new Answer.Accepted("its-id"));
        }

        @Test
        void isThereOnlyWhereTheStackSaysSo() {
            var gateways =
                    new StoreGateways(wire.clients(), (_, _) -> List.of(), Optional.empty(), InstantSource.system());

            assertThat(gateways.sms(Samples.STORE, Samples.provider("sim", ProviderKind.SIMULATOR, Sender.NONE))
                            .send(Samples.sms()))
                    .isInstanceOf(Answer.NotTaken.class);
        }
    }
}
