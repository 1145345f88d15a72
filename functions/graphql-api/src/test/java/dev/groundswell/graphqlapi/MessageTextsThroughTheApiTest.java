package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageTextsThroughTheApiTest {

    private static final String CHECK = """
        mutation($input: CheckMessageInput!) {
          checkMessage(input: $input) {
            check {
              passes problems { severity code message part start end } variables { variable { name } needed lacking lackingIsExact }
              length { typical { parts } longest { units parts encoding } } audience previews { customerId text missing }
            }
            userErrors { field code message }
          }
        }
        """;

    private static final String SAVE = """
        mutation($input: SaveMessageSettingsInput!) {
          saveMessageSettings(input: $input) {
            settings {
              signature wayOut words { text reason } allowedWords messagesADay hours { channel kind from until outside }
              consentRequired testRequired linkDomain peaks { from until } peakRule lowBalance { amount } revision
            }
            userErrors { field code message }
          }
        }
        """;

    private final Api api = new Api();

    private Reply check(Map<String, ?> input) {
        return api.ask(CHECK, Map.of("input", input));
    }

    private Reply sms(String text, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of("kind", "MARKETING", "sms", Map.of("text", text)));
        input.putAll(more);
        return check(input);
    }

    private Reply save(Map<String, ?> input) {
        return api.ask(SAVE, Map.of("input", input));
    }

    @Nested
    class A_checked_message {

        @BeforeEach
        void hasCustomers() {
            save(Map.of("signature", "潮汐"));
            api.has(
                    Api.DEMO,
                    anOrder("T1").by("B1").of("张三", "+8613727494530", null),
                    anOrder("T2").by("B2").of("李四光", "+8613727494531", null).paidAt("2026-06-18T01:00:00Z"),
                    anOrder("T3").by("B3").of("王**", null, null));
        }

        @Test
        void tells_what_is_wrong_and_where() {
            var reply = sms("最佳选择", Map.of());

            assertThat(reply.data("checkMessage.check.passes")).isEqualTo(false);
            assertThat(reply.data("checkMessage.check.problems.0.code")).isEqualTo("SENSITIVE_WORD");
            assertThat(reply.data("checkMessage.check.problems.0.end")).isEqualTo(2);
            assertThat(reply.data("checkMessage.check.audience")).isNull();
        }

        @Test
        void tells_whom_it_is_for_and_what_they_lack() {
            var reply = sms("{{name}}，消费{{last_paid_at}}", Map.of("query", "orders >= 1"));

            assertThat(reply.data("checkMessage.check.audience")).isEqualTo(3);
            assertThat(reply.data("checkMessage.check.variables"))
                    .isEqualTo(List.of(
                            Map.of(
                                    "variable",
                                    Map.of("name", "name"),
                                    "needed",
                                    true,
                                    "lacking",
                                    1,
                                    "lackingIsExact",
                                    true),
                            Map.of(
                                    "variable",
                                    Map.of("name", "last_paid_at"),
                                    "needed",
                                    true,
                                    "lacking",
                                    2,
                                    "lackingIsExact",
                                    true)));
        }

        @Test
        void shows_what_some_would_read() {
            var reply = sms("你好 {{name}}", Map.of("query", "orders >= 1"));

            assertThat((List<?>) reply.data("checkMessage.check.previews"))
                    .hasSize(2)
                    .asString()
                    .contains("【潮汐】你好 张三拒收请回复R", "【潮汐】你好 李四光拒收请回复R");
            assertThat(reply.data("checkMessage.check.length.longest"))
                    .isEqualTo(Map.of("units", 16, "parts", 1, "encoding", "CHINA"));
        }

        @Test
        void may_be_for_a_segment() {
            assertThat(sms("你好", Map.of("segmentId", "old-high-quality")).data("checkMessage.userErrors"))
                    .isEqualTo(List.of());
            assertThat(sms("你好", Map.of("segmentId", "nobodys")).data("checkMessage.userErrors.0.field"))
                    .isEqualTo("segmentId");
        }
    }

    @Nested
    class A_question_that_makes_no_sense {

        @Test
        void has_no_message_or_two() {
            assertThat(check(Map.of("kind", "NOTICE")).data("checkMessage.userErrors.0.code"))
                    .isEqualTo("INVALID");
        }

        @Test
        void is_too_long() {
            assertThat(sms("促".repeat(2_001), Map.of()).data("checkMessage.userErrors.0.code"))
                    .isEqualTo("TOO_MANY");
        }

        @Test
        void leads_to_no_address() {
            assertThat(sms("x", Map.of("link", "javascript:alert(1)")).data("checkMessage.userErrors.0.field"))
                    .isEqualTo("link");
        }

        @Test
        void is_for_nobody_that_can_be_found() {
            assertThat(sms("x", Map.of("query", "orderz >= 1")).data("checkMessage.userErrors.0.field"))
                    .isEqualTo("query");
            assertThat(sms("x", Map.of("query", "orders >= 1", "segmentId", "mobile"))
                            .data("checkMessage.userErrors.0.field"))
                    .isEqualTo("query");
        }
    }

    @Nested
    class Settings {

        @Test
        void are_the_products_until_they_are_saved() {
            var reply = api.ask("{ messageSettings { wayOut revision hours { channel from until } } }");

            assertThat(reply.data("messageSettings"))
                    .isEqualTo(Map.of(
                            "wayOut",
                            "拒收请回复R",
                            "revision",
                            0,
                            "hours",
                            List.of(Map.of("channel", "SMS", "from", "08:00", "until", "21:00"))));
        }

        @Test
        void name_no_host_of_another_store() {
            var mine = Map.<String, Object>of("linkDomain", "t.shop.example");
            assertThat(save(mine).data("saveMessageSettings.settings.linkDomain"))
                    .isEqualTo("t.shop.example");
            assertThat(save(mine).data("saveMessageSettings.userErrors")).isEqualTo(List.of());

            var theirs = api.answer(AnEvent.aPost(SAVE, Map.of("input", mine)).as("other", "owner"));
            assertThat(theirs.data("saveMessageSettings.userErrors.0.field")).isEqualTo("linkDomain");
            assertThat(api.messageSettings.find(Api.OTHER.id()).linkDomain()).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"api.example.com", "0123456789.execute-api.eu-central-1.amazonaws.com"})
        void name_no_host_of_the_product(String host) {
            assertThat(save(Map.of("linkDomain", host)).data("saveMessageSettings.userErrors.0.code"))
                    .isEqualTo("WRONG_STATE");
        }

        @Test
        void are_found_as_they_were_saved() {
            var saved = save(Map.of(
                    "signature",
                    "潮汐",
                    "messagesADay",
                    1,
                    "words",
                    List.of(Map.of("text", "发票", "reason", "Fraud.")),
                    "hours",
                    List.of(Map.of("channel", "EMAIL", "kind", "MARKETING", "from", "09:30", "until", "21:00")),
                    "peaks",
                    List.of(Map.of("from", "2026-11-11T00:00:00+08:00", "until", "2026-11-11T02:00:00+08:00")),
                    "lowBalance",
                    "50.00"));

            assertThat(saved.data("saveMessageSettings.userErrors")).isEqualTo(List.of());
            assertThat(saved.data("saveMessageSettings.settings.revision")).isEqualTo(1);
            assertThat(saved.data("saveMessageSettings.settings.hours.0.outside"))
                    .isEqualTo("WAIT");
            assertThat(saved.data("saveMessageSettings.settings.peaks.0.until")).isEqualTo("2026-11-11T02:00:00+08:00");
            assertThat(saved.data("saveMessageSettings.settings.lowBalance.amount"))
                    .isEqualTo("50.00");
            assertThat(api.messageSettings.find(Api.DEMO.id()).lowBalance()).isEqualTo(50_00);
        }

        @Test
        void that_somebody_else_has_changed_meanwhile_are_shown() {
            save(Map.of("signature", "潮汐"));
            var late = save(Map.of("signature", "浪潮", "revision", 0));

            assertThat(late.data("saveMessageSettings.userErrors.0.code")).isEqualTo("WRONG_STATE");
            assertThat(late.data("saveMessageSettings.settings.signature")).isEqualTo("潮汐");
        }

        static List<Map<String, ?>> nonsense() {
            var hours = Map.of("channel", "SMS", "kind", "NOTICE", "from", "08:00", "until", "20:00");
            return List.of(
                    Map.of("signature", "潮"),
                    Map.of("signature", "潮【汐"),
                    Map.of("wayOut", "拒".repeat(21)),
                    Map.of("messagesADay", 0),
                    Map.of("linkDomain", "https://t.example.com/"),
                    Map.of("lowBalance", "-1.00"),
                    Map.of("allowedWords", List.of("")),
                    Map.of("words.0", List.of(Map.of("text", "", "reason", "x"))),
                    Map.of("hours", List.of(hours, hours)),
                    Map.of("hours.0.until", List.of(withUntil(hours, "25:00"))),
                    Map.of(
                            "peaks.0",
                            List.of(Map.of("from", "2026-11-11T01:00:00Z", "until", "2026-11-11T00:00:00Z"))));
        }

        private static Map<String, ?> withUntil(Map<String, String> hours, String until) {
            var changed = new HashMap<>(hours);
            changed.put("until", until);
            return changed;
        }

        /** @param wrong a value, by the path at which it is refused */
        @ParameterizedTest
        @MethodSource("nonsense")
        void that_make_no_sense_are_refused_where_they_make_none(Map<String, ?> wrong) {
            var path = wrong.keySet().iterator().next();
            var reply =
                    save(Map.of(path.split("\\.")[0], wrong.values().iterator().next()));

            assertThat(reply.data("saveMessageSettings.userErrors.0.field")).isEqualTo(path);
            assertThat(reply.data("saveMessageSettings.settings")).isNull();
            assertThat(api.messageSettings.find(Api.DEMO.id()).revision()).isZero();
        }
    }
}
