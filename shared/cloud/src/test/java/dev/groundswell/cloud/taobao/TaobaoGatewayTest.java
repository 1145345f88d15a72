package dev.groundswell.cloud.taobao;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.groundswell.core.store.TaobaoAccess;
import dev.groundswell.core.taobao.NamedTrade;
import dev.groundswell.core.taobao.TradeReader.Reading;
import dev.groundswell.core.webhook.TaobaoSignature;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaobaoGatewayTest {

    private static final String TID = "192364827791084123";
    private static final Instant NOW = Instant.parse("2026-06-17T16:00:05Z");
    private static final byte[] NO_BODY = {};

    @RegisterExtension
    static final WireMockExtension wire = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final TaobaoGateway gateway = new TaobaoGateway(() -> NOW);

    private static TaobaoAccess access() {
        return new TaobaoAccess("12345678", "app secret", "session key", URI.create(wire.baseUrl() + "/router/rest"));
    }

    private Reading readingOf(ResponseDefinitionBuilder answer) {
        wire.stubFor(post(urlEqualTo("/router/rest")).willReturn(answer));
        return gateway.read(access(), new NamedTrade(TID));
    }

    private Reading failing(int code, String subCode) {
        return readingOf(okJson("""
            {"error_response":{"code":%d,"msg":"Remote service error","sub_code":"%s","sub_msg":"交易不存在","request_id":"x"}}\
            """.formatted(code, subCode)));
    }

    @Nested
    class ACall {

        @Test
        void isSignedAndAsksForTheTradeByItsId() {
            readingOf(okJson("{}"));

            var sent =
                    wire.findAll(postRequestedFor(urlEqualTo("/router/rest"))).getFirst();
            var parameters = fields(sent.getBodyAsString());
            assertThat(parameters)
                    .containsEntry("method", "taobao.trade.fullinfo.get")
                    .containsEntry("app_key", "12345678")
                    .containsEntry("session", "session key")
                    .containsEntry("timestamp", "2026-06-18 00:00:05")
                    .containsEntry("format", "json")
                    .containsEntry("v", "2.0")
                    .containsEntry("tid", TID);
            assertThat(parameters.get("fields")).contains("modified", "orders", "step_trade_status", "buyer_open_uid");
            assertThat(TaobaoSignature.isValid(parameters, NO_BODY, "app secret"))
                    .isTrue();
            wire.verify(postRequestedFor(urlEqualTo("/router/rest"))
                    .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                    .withRequestBody(containing("tid=" + TID)));
        }

        private static Map<String, String> fields(String form) {
            var fields = new HashMap<String, String>();
            for (var field : form.split("&")) {
                var parts = field.split("=", 2);
                fields.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return fields;
        }
    }

    @Nested
    class ATrade {

        @Test
        void isFoundWithIdsThatNoDoubleCanHold() {
            var reading = readingOf(okJson("""
                {"trade_fullinfo_get_response":{"trade":{"tid":9007199254740993,"created":"2026-06-18 00:00:04",\
                "orders":{"order":[{"oid":18446744073709551615,"num":1}]}}}}\
                """));

            assertThat(reading).isInstanceOfSatisfying(Reading.Found.class, found -> {
                assertThat(found.trade()).containsEntry("tid", 9_007_199_254_740_993L);
                assertThat(found.trade().toString()).contains("18446744073709551615");
            });
        }

        @Test
        void ofThePlatformsOwnSampleIsFound() throws IOException {
            var sample = Path.of(System.getProperty("groundswell.root", "."))
                    .resolve("../shared/data/taobao-open-platform/trade_fullinfo_get.sample.json");
            Assumptions.assumeTrue(Files.exists(sample), "The platform's samples are not here: " + sample);

            assertThat(readingOf(okJson(Files.readString(sample))))
                    .isInstanceOfSatisfying(
                            Reading.Found.class,
                            found -> assertThat(found.trade())
                                    .containsEntry("created", "2017-07-28 14:18:32")
                                    .containsEntry("payment", "323.58"));
        }
    }

    @Nested
    class AFailure {

        @ParameterizedTest
        @CsvSource({"15, isv.trade-not-exist", "15, isv.invalid-parameter", "40, isv.missing-parameter", "41, ''"})
        void ofTheQuestionIsARefusalWithTheReason(int code, String subCode) {
            assertThat(failing(code, subCode))
                    .isInstanceOfSatisfying(
                            Reading.Refused.class,
                            refused -> assertThat(refused.reason()).contains(Integer.toString(code), subCode, "交易不存在"));
        }

        @ParameterizedTest
        @CsvSource({"27, ''", "25, ''", "26, ''", "12, ''", "27, session-expired", "12, isv.permission-denied"})
        void ofTheAccessSaysWhatToRenew(int code, String subCode) {
            assertThat(failing(code, subCode))
                    .isInstanceOfSatisfying(
                            Reading.NotPermitted.class,
                            refused -> assertThat(refused.reason())
                                    .contains("taobaoApi")
                                    .doesNotContain("app secret", "session key"));
        }

        @ParameterizedTest
        @CsvSource({
            "15, isp.top-remote-connection-timeout",
            "15, isp.trade-service-unavailable",
            "7, accesscontrol.limited-by-app-api-access-count",
            "7, ''",
            "10, ''",
            "15, ''"
        })
        void ofThePlatformPasses(int code, String subCode) {
            assertThat(failing(code, subCode)).isInstanceOf(Reading.NotNow.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {403, 500, 502, 302})
        void ofTheGatewayPasses(int status) {
            assertThat(readingOf(aResponse().withStatus(status))).isInstanceOf(Reading.NotNow.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<html/>", "{\"trade_fullinfo_get_response\":", "{}", "[]"})
        void ofTheAnswerPasses(String body) {
            assertThat(readingOf(okJson(body))).isInstanceOf(Reading.NotNow.class);
        }

        @Test
        void ofTheConnectionPasses() {
            assertThat(readingOf(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
                    .isInstanceOf(Reading.NotNow.class);
        }
    }

    @Test
    void aGatewayThatIsNoAddressIsAFaultOfTheAccess() {
        var access = new TaobaoAccess("1", "2", "3", URI.create("gateway"));

        assertThat(gateway.read(access, new NamedTrade(TID))).isInstanceOf(Reading.NotPermitted.class);
    }
}
