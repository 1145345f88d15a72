package dev.groundswell.core.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.Rendering.MissingVariables;
import dev.groundswell.core.message.text.Rendering.Rendered;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplateTest {

    private static final Phone PHONE = new Phone("+8613727494530");
    private static final Email EMAIL = new Email("ann@qq.com");
    private static final SmsFrame FRAME = new SmsFrame("潮汐", MessageSettings.WAY_OUT_IN_CHINA);
    private static final SmsFrame NO_FRAME = new SmsFrame(null, "");

    private static MessageTemplate read(Wording wording, MessageKind kind, SmsFrame frame) {
        return ((TemplateReading.Read) MessageTemplate.read(wording, kind, frame)).template();
    }

    private static TemplateError error(String text) {
        var reading = MessageTemplate.read(new Wording.Sms(text), MessageKind.NOTICE, NO_FRAME);
        return ((TemplateReading.Refused) reading).errors().getFirst();
    }

    private static Rendering sms(String text, Map<String, String> values) {
        return read(new Wording.Sms(text), MessageKind.NOTICE, NO_FRAME).render(PHONE, Variables.of(values));
    }

    private static String said(String text, Map<String, String> values) {
        return ((Content.Sms) ((Rendered) sms(text, values)).content()).text();
    }

    private static Content.Mail mail(Wording.Mail wording, Map<String, String> values) {
        var template = read(wording, MessageKind.MARKETING, NO_FRAME);
        return (Content.Mail) ((Rendered) template.render(EMAIL, Variables.of(values))).content();
    }

    @Nested
    class AVariable {

        @Test
        void isSaidAsItIsInAnSms() {
            assertThat(said("Hi {{name}}, {{ spend }} & more", Map.of("name", "A<b>&", "spend", "71.94")))
                    .isEqualTo("Hi A<b>&, 71.94 & more");
        }

        @Test
        void withoutAValueLeavesNothingToSend() {
            assertThat(sms("{{name}} {{spend}} {{city}}", Map.of("spend", "1")))
                    .isEqualTo(new MissingVariables(Set.of("name", "city")));
        }

        @Test
        void isNotLookedForInAValuesOwnMethods() {
            assertThat(sms("{{#name}}{{length}}{{/name}}", Map.of("name", "Ann")))
                    .isEqualTo(new MissingVariables(Set.of("length")));
        }

        @Test
        void isNotReadOutOfAValue() {
            assertThat(said("{{name}}", Map.of("name", "{{spend}}"))).isEqualTo("{{spend}}");
        }
    }

    @Nested
    class ASection {

        private static final String TEXT = "{{#name}}Dear {{name}}{{/name}}{{^name}}Dear customer{{/name}}!";

        @Test
        void isSaidWhereThereIsAValue() {
            assertThat(said(TEXT, Map.of("name", "Ann"))).isEqualTo("Dear Ann!");
        }

        @Test
        void isSaidWhereThereIsNone() {
            assertThat(said(TEXT, Map.of())).isEqualTo("Dear customer!");
        }

        @Test
        void needsNoValuesWhereItIsNotSaid() {
            assertThat(said("Hi{{#city}} in {{city}}, {{province}}{{/city}}", Map.of()))
                    .isEqualTo("Hi");
            assertThat(sms("Hi{{#city}} in {{city}}, {{province}}{{/city}}", Map.of("city", "Wuhan")))
                    .isEqualTo(new MissingVariables(Set.of("province")));
        }

        @Test
        void isSaidOnceWhateverTheValue() {
            assertThat(said("{{#has_phone}}yes{{/has_phone}}", Map.of("has_phone", "true")))
                    .isEqualTo("yes");
        }
    }

    @Nested
    class Braces {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Hi {{{name}}}",
                    "Hi {{&name}}",
                    "Hi {{> other}}",
                    "Hi {{=<% %>=}}",
                    "Hi {{! note }}",
                    "Hi {{Name}}",
                    "Hi {{name}",
                    "Hi {{na me}}",
                    "Hi {{名字}}",
                    "Hi {{name.first}}",
                    "Hi {{}}"
                })
        void thatAreNoVariableAreRefusedWhereTheyAre(String text) {
            assertThat(error(text).start()).isEqualTo(3);
            assertThat(error(text).message()).contains("{{name}}");
        }

        @Test
        void ofAStyleSheetAreNone() {
            assertThat(said("@media print{a{color:red}}", Map.of())).isEqualTo("@media print{a{color:red}}");
        }

        @Test
        void ofASectionBelongTogether() {
            assertThat(error("Hi {{#name}}there").message()).contains("never closed");
            assertThat(error("Hi {{/name}}").start()).isEqualTo(3);
            assertThat(error("{{#a}}{{#b}}{{/a}}{{/b}}").start()).isEqualTo(12);
            assertThat(error("{{#a}}".repeat(11) + "{{/a}}".repeat(11)).start()).isEqualTo(60);
        }
    }

    @Nested
    class AnSmsOfAStore {

        private static String framed(String text, MessageKind kind) {
            var template = read(new Wording.Sms(text), kind, FRAME);
            return ((Content.Sms) ((Rendered) template.render(PHONE, Variables.of(Map.of()))).content()).text();
        }

        @Test
        void saysWhoItIsFromAndInMarketingTheWayOut() {
            assertThat(framed("双11快乐", MessageKind.MARKETING)).isEqualTo("【潮汐】双11快乐拒收请回复R");
            assertThat(framed("已发货", MessageKind.NOTICE)).isEqualTo("【潮汐】已发货");
        }

        @Test
        void saysNeitherTwice() {
            assertThat(framed("【潮汐】双11快乐拒收请回复R", MessageKind.MARKETING)).isEqualTo("【潮汐】双11快乐拒收请回复R");
        }

        @Test
        void isAsManyPartsAsAllOfItTakes() {
            var template = read(new Wording.Sms("促".repeat(61)), MessageKind.MARKETING, FRAME);
            var rendered = (Rendered) template.render(PHONE, Variables.of(Map.of()));

            assertThat(rendered.content().parts()).isEqualTo(2);
        }
    }

    @Nested
    class AnEmail {

        private final Wording.Mail wording = new Wording.Mail(
                "For {{name}}",
                "<p>{{name}}</p><a href=\"{{unsubscribe_link}}\">x</a>",
                "{{name}}: {{unsubscribe_link}}");

        private final Map<String, String> values = Map.of(
                "name", "<b>\"A\" & 'B'\r\nBcc: all@qq.com", "unsubscribe_link", "https://t.example.com/u/1?a=b");

        @Test
        void neverHasAValueThatIsMarkup() {
            assertThat(mail(wording, values).html())
                    .startsWith("<p>&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;")
                    .doesNotContain("<b>");
        }

        @Test
        void saysValuesAsTheyAreWhereThereIsNoMarkup() {
            assertThat(mail(wording, values).text()).startsWith("<b>\"A\" & 'B'");
        }

        @Test
        void neverHasAValueThatIsAnotherHeader() {
            assertThat(mail(wording, values).subject()).isEqualTo("For <b>\"A\" & 'B' Bcc: all@qq.com");
        }

        @Test
        void isLeftWithOneClick() {
            assertThat(mail(wording, values).headers())
                    .isEqualTo(Map.of(
                            "List-Unsubscribe",
                            "<https://t.example.com/u/1?a=b>",
                            "List-Unsubscribe-Post",
                            "List-Unsubscribe=One-Click"));
        }

        @Test
        void tellsAllThatIsMissingInAnyPart() {
            var template = read(new Wording.Mail("{{a}}", "{{b}}", "{{c}}{{a}}"), MessageKind.NOTICE, NO_FRAME);

            assertThat(template.render(EMAIL, Variables.of(Map.of("b", "x"))))
                    .isEqualTo(new MissingVariables(Set.of("a", "c")));
            assertThat(template.variables()).containsExactly("a", "b", "c");
        }
    }

    @Property(tries = 200)
    void anyTextIsEitherSaidAsItIsOrRefused(@ForAll String text) {
        var reading = MessageTemplate.read(new Wording.Sms(text), MessageKind.NOTICE, NO_FRAME);

        if (!text.contains("{{")) {
            assertThat(reading).isInstanceOf(TemplateReading.Read.class);
            assertThat(said(text, Map.of())).isEqualTo(text);
        }
    }
}
