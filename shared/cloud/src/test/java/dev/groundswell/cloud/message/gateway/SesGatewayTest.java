package dev.groundswell.cloud.message.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.groundswell.cloud.function.SdkClients;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.EmailGateway;
import dev.groundswell.core.message.provider.EmailGateway.Mail;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.message.provider.ProviderKind;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes over the wire, and what comes of each answer, by the real client. */
class SesGatewayTest {

    @RegisterExtension
    static final AwsWire wire = new AwsWire();

    private static final Mail ONE = Samples.mail("a@shop.example");
    private static final Mail OTHER = Samples.mail("b@shop.example");

    private static EmailGateway gateway(SdkClients clients) {
        return new StoreGateways(clients, (_, _) -> List.of(), Optional.empty(), InstantSource.system())
                .email(
                        Samples.STORE,
                        Samples.provider(
                                "ses", ProviderKind.SES, new Sender("Shop <news@shop.example>", "events", "")));
    }

    private static List<Answer> sent(Mail... mails) {
        return gateway(wire.clients()).send(List.of(mails));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        wire.server().stubFor(post(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String type) {
        return aResponse()
                .withStatus(status)
                .withHeader("x-amzn-ErrorType", type)
                .withBody("{\"message\":\"It says why.\"}");
    }

    private static void arrivedOnce() {
        assertThat(wire.server().getAllServeEvents()).hasSize(1);
    }

    @Nested
    class SeveralMails {

        @Test
        void goInOneCallEachWithItsOwnPartsHeadersAndTags() {
            answers(aResponse().withBody("{\"BulkEmailEntryResults\":[]}"));

            sent(ONE, OTHER);

            wire.server()
                    .verify(postRequestedFor(urlEqualTo("/v2/email/outbound-bulk-emails"))
                            .withRequestBody(equalToJson("""
                                {"FromEmailAddress": "Shop <news@shop.example>",
                                 "ConfigurationSetName": "events",
                                 "DefaultContent": {"Template": {"TemplateContent":
                                   {"Subject": "{{{subject}}}", "Html": "{{{html}}}", "Text": "{{{text}}}"}}},
                                 "BulkEmailEntries": [%s, %s]}
                                """.formatted(entry(ONE), entry(OTHER)), true, true)));
            arrivedOnce();
        }

        private static String entry(Mail mail) {
            return """
                {"Destination": {"ToAddresses": ["%s"]},
                 "ReplacementTags": [{"Name": "message", "Value": "%s"},
                   {"Name": "store", "Value": "demo"}, {"Name": "provider", "Value": "ses"}],
                 "ReplacementHeaders": [{"Name": "List-Unsubscribe", "Value": "<https://shop.example/u/1>"}],
                 "ReplacementEmailContent": {"ReplacementTemplate": {}}}
                """.formatted(mail.to().address(), mail.id());
        }

        @Test
        void areAnsweredOneByOne() {
            answers(aResponse().withBody("""
                {"BulkEmailEntryResults": [
                  {"Status": "SUCCESS", "MessageId": "its-id"},
                  {"Status": "MESSAGE_REJECTED", "Error": "A virus."},
                  {"Status": "ACCOUNT_THROTTLED", "Error": "Too fast."},
                  {"Status": "TRANSIENT_FAILURE", "Error": "Come again."},
                  {"Status": "SOMETHING_NEW"}]}\
                """));

            assertThat(sent(ONE, ONE, ONE, ONE, ONE, ONE))
                    .containsExactly(
                            new Answer.Accepted("its-id"),
                            new Answer.Refused("MESSAGE_REJECTED", "A virus."),
                            new Answer.NotTaken("ACCOUNT_THROTTLED", "Too fast."),
                            new Answer.NotTaken("TRANSIENT_FAILURE", "Come again."),
                            new Answer.Lost("SES says SOMETHING_NEW"),
                            new Answer.Lost("SES did not say what became of it."));
        }

        @Test
        void areAllLostAndArriveOnceWhereTheAnswerIsLost() {
            answers(aResponse().withFault(Fault.EMPTY_RESPONSE));

            assertThat(sent(ONE, OTHER)).hasSize(2).hasOnlyElementsOfType(Answer.Lost.class);
            arrivedOnce();
        }

        @Test
        void areNotTakenWhereTheAccountIsThrottledPausedOrUnverified() {
            for (var type : List.of(
                    "TooManyRequestsException", "SendingPausedException", "MailFromDomainNotVerifiedException")) {
                answers(error(400, type));

                assertThat(sent(ONE, OTHER)).hasSize(2).hasOnlyElementsOfType(Answer.NotTaken.class);
            }
        }

        @Test
        void areNotTakenWhereTheCallIsRejectedForTheSendersSake() {
            answers(error(400, "MessageRejected"));

            assertThat(sent(ONE, OTHER)).hasOnlyElementsOfType(Answer.NotTaken.class);
        }

        @Test
        void areNotTakenWhereNobodyListens() {
            assertThat(gateway(AwsWire.unreachable()).send(List.of(ONE, OTHER)))
                    .hasOnlyElementsOfType(Answer.NotTaken.class);
        }
    }

    @Nested
    class OneMail {

        @Test
        void goesByItselfWithItsHeadersAndTags() {
            answers(aResponse().withBody("{\"MessageId\":\"its-id\"}"));

            assertThat(sent(ONE)).containsExactly(new Answer.Accepted("its-id"));

            wire.server()
                    .verify(postRequestedFor(urlEqualTo("/v2/email/outbound-emails"))
                            .withRequestBody(equalToJson("""
                                {"FromEmailAddress": "Shop <news@shop.example>",
                                 "Destination": {"ToAddresses": ["a@shop.example"]},
                                 "EmailTags": [{"Name": "message", "Value": "%s"},
                                   {"Name": "store", "Value": "demo"}, {"Name": "provider", "Value": "ses"}],
                                 "Content": {"Simple": {
                                   "Subject": {"Data": "Tonight & \\"tomorrow\\""},
                                   "Headers": [{"Name": "List-Unsubscribe", "Value": "<https://shop.example/u/1>"}]}}}
                                """.formatted(ONE.id()), true, true)));
        }

        @Test
        void isRefusedWhereSesRejectsIt() {
            answers(error(400, "MessageRejected"));

            assertThat(sent(ONE)).hasOnlyElementsOfType(Answer.Refused.class);
            arrivedOnce();
        }

        @Test
        void isLostAndArrivesOnceWhereSesFailed() {
            answers(aResponse().withStatus(500));

            assertThat(sent(ONE)).hasOnlyElementsOfType(Answer.Lost.class);
            arrivedOnce();
        }
    }
}
