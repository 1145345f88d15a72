package dev.groundswell.core.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.AudienceFigures.Lacking;
import dev.groundswell.core.message.text.AudienceFigures.Recipient;
import dev.groundswell.core.message.text.MessageCheck.UsedVariable;
import dev.groundswell.core.message.text.Problem.Severity;
import dev.groundswell.core.message.text.SmsLength.Encoding;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckMessageTest {

    private static final Store CHINESE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private static final Store BRAZILIAN =
            new Store(new StoreId("olist"), "Olist", Currency.getInstance("BRL"), ZoneId.of("America/Sao_Paulo"));

    private static final KnownVariable NAME = new KnownVariable("name", VariableType.TEXT, "The name.");
    private static final KnownVariable SPEND = new KnownVariable("spend", VariableType.MONEY, "The spend.");
    private static final KnownVariable HAS_EMAIL = new KnownVariable("has_email", VariableType.FLAG, "An address.");
    private static final List<KnownVariable> KNOWN =
            List.of(NAME, SPEND, HAS_EMAIL, KnownVariable.LINK, KnownVariable.UNSUBSCRIBE_LINK);

    private static final Instant PEAK = Instant.parse("2026-11-10T16:00:00Z");

    /** What is asked, step by step. */
    private record Asking(MessageQuestion question) {

        static Asking sms(String text) {
            return new Asking(new MessageQuestion(
                    CHINESE,
                    new Wording.Sms(text),
                    MessageKind.MARKETING,
                    settings("潮汐", MessageSettings.WAY_OUT_IN_CHINA, WordLists.OF_THE_PRODUCT, PeakHours.Rule.WARN),
                    KNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    AudienceFigures.NONE));
        }

        static Asking mail(String subject, String html, String text) {
            return sms("").with(new Wording.Mail(subject, html, text));
        }

        private Asking with(Wording wording) {
            return new Asking(new MessageQuestion(
                    question.store(),
                    wording,
                    question.kind(),
                    question.settings(),
                    question.known(),
                    question.link(),
                    question.at(),
                    question.intoWechat(),
                    question.audience()));
        }

        Asking aNotice() {
            return changed(
                    question.store(), MessageKind.NOTICE, question.settings(), question.at(), question.audience());
        }

        Asking of(Store store) {
            return changed(store, question.kind(), question.settings(), question.at(), question.audience());
        }

        Asking by(MessageSettings settings) {
            return changed(question.store(), question.kind(), settings, question.at(), question.audience());
        }

        Asking at(Instant at) {
            return changed(
                    question.store(), question.kind(), question.settings(), Optional.of(at), question.audience());
        }

        Asking to(AudienceFigures audience) {
            return changed(question.store(), question.kind(), question.settings(), question.at(), audience);
        }

        private Asking changed(
                Store store,
                MessageKind kind,
                MessageSettings settings,
                Optional<Instant> at,
                AudienceFigures audience) {
            return new Asking(new MessageQuestion(
                    store,
                    question.wording(),
                    kind,
                    settings,
                    question.known(),
                    question.link(),
                    at,
                    question.intoWechat(),
                    audience));
        }

        Asking leadingTo(String link, boolean intoWechat) {
            return new Asking(new MessageQuestion(
                    question.store(),
                    question.wording(),
                    question.kind(),
                    question.settings(),
                    question.known(),
                    Optional.of(link),
                    question.at(),
                    intoWechat,
                    question.audience()));
        }

        MessageCheck check() {
            return new CheckMessage().check(question);
        }

        List<ProblemCode> codes() {
            return check().problems().stream().map(Problem::code).toList();
        }

        Problem problem() {
            assertThat(check().problems()).hasSize(1);
            return check().problems().getFirst();
        }
    }

    private static MessageSettings settings(
            @Nullable String signature, String wayOut, WordLists words, PeakHours.Rule rule) {
        return new MessageSettings(
                signature,
                wayOut,
                words,
                OptionalInt.empty(),
                List.of(),
                Set.of(),
                false,
                null,
                new PeakHours(List.of(new PeakHours.Window(PEAK, PEAK.plusSeconds(3_600))), rule),
                0,
                1);
    }

    private static MessageSettings words(WordLists words) {
        return settings("潮汐", MessageSettings.WAY_OUT_IN_CHINA, words, PeakHours.Rule.WARN);
    }

    @Nested
    class AGoodMessage {

        @Test
        void hasNoProblems() {
            var check = Asking.sms("{{#name}}{{name}}，{{/name}}双11开抢 {{link}} 先到先得")
                    .leadingTo("https://shop.example.com/11", false)
                    .check();

            assertThat(check.problems()).isEmpty();
            assertThat(check.passes()).isTrue();
            assertThat(check.variables())
                    .containsExactly(new UsedVariable(NAME, false), new UsedVariable(KnownVariable.LINK, true));
        }
    }

    @Nested
    class AVariable {

        @Test
        void thatDoesNotExistIsShownWhereItStands() {
            var problem = Asking.sms("亲爱的{{nmae}}").problem();

            assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_VARIABLE);
            assertThat(problem.message()).contains("nmae");
            assertThat(problem.start()).isEqualTo(3);
            assertThat(problem.end()).isEqualTo(11);
        }

        @Test
        void withWrongBracesIsShownWhereItStands() {
            assertThat(Asking.sms("亲爱的{{{name}}}").codes()).containsExactly(ProblemCode.TEMPLATE);
            assertThat(Asking.sms("亲爱的{{{name}}}").check().lengths()).isEmpty();
        }

        @Test
        void thatHoldsOrNotIsForSectionsOnly() {
            assertThat(Asking.sms("{{has_email}}").codes()).containsExactly(ProblemCode.FLAG_AS_TEXT);
            assertThat(Asking.sms("{{#has_email}}查邮箱{{/has_email}}").codes()).isEmpty();
        }

        @Test
        void thatIsTheLinkMustLeadSomewhere() {
            assertThat(Asking.sms("看 {{link}} 吧").codes()).containsExactly(ProblemCode.LINK_WITHOUT_TARGET);
        }

        @Test
        void thatSomeMembersLackIsToldWithTheirNumber() {
            var audience = new AudienceFigures(
                    1_000, Map.of("name", new Lacking(300, true), "spend", new Lacking(0, true)), List.of());
            var problem = Asking.sms("{{name}} {{spend}}").to(audience).problem();

            assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_VALUES);
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.message()).startsWith("300 of 1000 have no 'name'");
            assertThat(Asking.sms("{{#name}}{{name}}{{/name}}你好").to(audience).codes())
                    .isEmpty();
        }

        @Test
        void slowsAPeakDown() {
            assertThat(Asking.sms("{{name}}").at(PEAK).problem().code()).isEqualTo(ProblemCode.VARIABLES_IN_PEAK);
            assertThat(Asking.sms("{{name}}").at(PEAK).check().passes()).isTrue();
            assertThat(Asking.sms("你好").at(PEAK).codes()).isEmpty();
            assertThat(Asking.sms("{{name}}").at(PEAK.plusSeconds(3_600)).codes())
                    .isEmpty();
        }

        @Test
        void isRefusedInAPeakWhereTheStoreSaysSo() {
            var strict = settings("潮汐", "", WordLists.OF_THE_PRODUCT, PeakHours.Rule.REFUSE);

            assertThat(Asking.sms("{{name}}")
                            .aNotice()
                            .by(strict)
                            .at(PEAK)
                            .check()
                            .passes())
                    .isFalse();
        }
    }

    @Nested
    class ASensitiveWord {

        @Test
        void isShownWhereItStandsWithTheReason() {
            var problem = Asking.sms("这是最佳选择").problem();

            assertThat(problem.code()).isEqualTo(ProblemCode.SENSITIVE_WORD);
            assertThat(problem.message()).contains("最佳", "Article 9 (3)");
            assertThat(problem.start()).isEqualTo(2);
            assertThat(problem.end()).isEqualTo(4);
        }

        @Test
        void ofTheStoresOwnIsRefusedToo() {
            var own = new WordLists(List.of(new SensitiveWord("发票", "Carriers take it for fraud.")), Set.of(), false);

            assertThat(Asking.sms("可开发票，最佳").by(words(own)).problem().message())
                    .isEqualTo("'发票': Carriers take it for fraud.");
        }

        @Test
        void isAllowedWithinWhatTheStoreAllows() {
            var allowing = new WordLists(List.of(), Set.of("最佳朋友"), true);

            assertThat(Asking.sms("最佳朋友系列").by(words(allowing)).codes()).isEmpty();
            assertThat(Asking.sms("最佳系列").by(words(allowing)).codes()).containsExactly(ProblemCode.SENSITIVE_WORD);
        }

        @Test
        void isFoundInWhatIsSeenOfAMailAndNotInItsMarkup() {
            var own = new WordLists(List.of(new SensitiveWord("best", "A superlative.")), Set.of(), true);
            var html = "<p class=\"best\">最<b>佳</b></p>";

            assertThat(Asking.mail("Hi", html, "Hi")
                            .aNotice()
                            .by(words(own))
                            .problem()
                            .message())
                    .contains("最佳");
        }
    }

    @Nested
    class ALink {

        @ParameterizedTest
        @ValueSource(strings = {"看 https://shop.example.com/a?b=1 吧", "看 www.example.com 吧", "看 example.cn/x 吧"})
        void thatIsWrittenIsNotCounted(String text) {
            assertThat(Asking.sms(text).codes()).containsExactly(ProblemCode.LINK_NOT_COUNTED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"满300减40.5元", "时间11.11", "ann@example.com", "v1.2.3", "3.com"})
        void isToldFromWhatIsNone(String text) {
            var codes = Asking.sms(text).codes();

            assertThat(codes.contains(ProblemCode.LINK_NOT_COUNTED)).isEqualTo(text.equals("3.com"));
        }

        @Test
        void withoutBlanksRunsOn() {
            assertThat(Asking.sms("看{{link}}吧")
                            .leadingTo("https://example.com", false)
                            .codes())
                    .containsExactly(ProblemCode.LINK_RUNS_ON);
        }

        @Test
        void withoutEncryptionIsToldSo() {
            assertThat(Asking.sms("看 http://example.com 吧").codes())
                    .containsExactly(ProblemCode.LINK_NOT_COUNTED, ProblemCode.LINK_NOT_HTTPS);
        }

        @ParameterizedTest
        @CsvSource({
            "https://detail.tmall.com/item.htm?id=1, true, true",
            "https://m.tb.cn/h.abc, true, true",
            "https://item.taobao.com/item.htm, false, false",
            "https://nottaobao.com/x, true, false"
        })
        void intoTaobaoDoesNotOpenInWechat(String link, boolean intoWechat, boolean warned) {
            var codes = Asking.sms("看 {{link}} 吧").leadingTo(link, intoWechat).codes();

            assertThat(codes.contains(ProblemCode.TAOBAO_LINK_IN_WECHAT)).isEqualTo(warned);
        }
    }

    @Nested
    class AnSmsInChina {

        private static MessageSettings unsigned(String wayOut) {
            return settings(null, wayOut, WordLists.OF_THE_PRODUCT, PeakHours.Rule.WARN);
        }

        @Test
        void saysWhoItIsFrom() {
            assertThat(Asking.sms("你好").by(unsigned("回T退订")).codes()).containsExactly(ProblemCode.SIGNATURE_MISSING);
            assertThat(Asking.sms("【潮汐】你好").by(unsigned("回T退订")).codes()).isEmpty();
            assertThat(Asking.sms("【潮】你好").by(unsigned("回T退订")).codes()).containsExactly(ProblemCode.SIGNATURE_LENGTH);
            assertThat(Asking.sms("你好").of(BRAZILIAN).by(unsigned("STOP")).codes())
                    .isEmpty();
        }

        @Test
        void hasTheBracketsOfTheSignatureOnce() {
            assertThat(Asking.sms("【潮汐】你好【惊喜】").codes())
                    .containsExactly(ProblemCode.SIGNATURE_BRACKETS, ProblemCode.SIGNATURE_BRACKETS);
        }

        @Test
        void thatAdvertisesSaysTheWayOutOnce() {
            assertThat(Asking.sms("你好").by(unsigned("")).of(CHINESE).codes()).contains(ProblemCode.WAY_OUT_MISSING);
            assertThat(Asking.sms("你好，拒收请回复R").codes()).isEmpty();
            assertThat(Asking.sms("你好，回T退订").codes()).containsExactly(ProblemCode.WAY_OUT_TWICE);
        }

        @Test
        void thatIsANoticeHasNoWayOut() {
            var problem = Asking.sms("已发货，拒收请回复R").aNotice().problem();

            assertThat(problem.code()).isEqualTo(ProblemCode.WAY_OUT_IN_NOTICE);
            assertThat(problem.start()).isEqualTo(4);
        }

        @Test
        void hasAtMostFiveHundredCharacters() {
            assertThat(Asking.sms("促".repeat(490)).codes()).isEmpty();
            assertThat(Asking.sms("促".repeat(491)).codes()).containsExactly(ProblemCode.TOO_LONG);
        }

        @Test
        void saysSomething() {
            assertThat(Asking.sms(" ").codes()).containsExactly(ProblemCode.EMPTY);
        }
    }

    @Nested
    class TheLengthOfAnSms {

        @Test
        void isReckonedWithMadeUpValuesWhereNobodyIsAskedAbout() {
            var lengths = Asking.sms("{{name}}你好").check().lengths().orElseThrow();

            assertThat(lengths.typical()).isEqualTo(new SmsLength(Encoding.CHINA, 4 + 3 + 2 + 6, 1));
            assertThat(lengths.longest().units())
                    .isGreaterThan(lengths.typical().units());
        }

        @Test
        void isThatOfTheMembersMessagesOtherwise() {
            var audience = new AudienceFigures(
                    3, Map.of(), List.of(member("A", "张"), member("B", "张三"), member("C", "张".repeat(80))));
            var lengths = Asking.sms("{{name}}").to(audience).check().lengths().orElseThrow();

            assertThat(lengths.typical()).isEqualTo(new SmsLength(Encoding.CHINA, 12, 1));
            assertThat(lengths.longest()).isEqualTo(new SmsLength(Encoding.CHINA, 90, 2));
        }

        private static Recipient member(String id, String name) {
            return new Recipient(new BuyerId(id), new Phone("+8613727494530"), Variables.of(Map.of("name", name)));
        }

        @Test
        void isSeenInWhatMembersWouldRead() {
            var audience = new AudienceFigures(1, Map.of(), List.of(member("A", "张三")));
            var preview =
                    Asking.sms("{{name}}你好").to(audience).check().previews().getFirst();

            assertThat(preview.rendering()).isEqualTo(new Rendering.Rendered(new Content.Sms("【潮汐】张三你好拒收请回复R", 1)));
        }
    }

    @Nested
    class AnEmail {

        private static final String WAY_OUT = "<a href=\"{{unsubscribe_link}}\">退订</a>";

        @Test
        void thatIsGoodHasNoProblems() {
            assertThat(Asking.mail("双11", "<p>你好 {{name}}</p>" + WAY_OUT, "你好 {{unsubscribe_link}}")
                            .codes())
                    .isEmpty();
        }

        @Test
        void hasAllItsParts() {
            assertThat(Asking.mail("", "", "").aNotice().codes())
                    .containsExactly(ProblemCode.EMPTY, ProblemCode.EMPTY, ProblemCode.EMPTY);
        }

        @Test
        void thatAdvertisesHasAWayOutInBothForms() {
            assertThat(Asking.mail("双11", "<p>你好</p>", "你好").codes())
                    .containsExactly(ProblemCode.UNSUBSCRIBE_MISSING, ProblemCode.UNSUBSCRIBE_MISSING);
            assertThat(Asking.mail("双11", "<p>你好</p>", "你好").aNotice().codes()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<a href=\"{{unsubscribe_link}}\"> </a>",
                    "<a href=\"{{unsubscribe_link}}\"><img src=\"https://example.com/x.png\"></a>",
                    "<a style=\"display:none\" href=\"{{unsubscribe_link}}\">退订</a>",
                    "<a href=\"{{unsubscribe_link}}\" style=\"font-size: 1px\">退订</a>"
                })
        void hasAWayOutThatIsSeen(String link) {
            assertThat(Asking.mail("双11", link, "{{unsubscribe_link}}").codes())
                    .containsExactly(ProblemCode.UNSUBSCRIBE_HIDDEN);
        }

        @Test
        void hasASubjectThatIsSeen() {
            assertThat(Asking.mail("促".repeat(30), "x", "x").aNotice().codes()).isEmpty();
            assertThat(Asking.mail("促".repeat(31), "x", "x").aNotice().codes())
                    .containsExactly(ProblemCode.SUBJECT_LONG);
        }

        @Test
        void isNotCutOff() {
            assertThat(Asking.mail("Hi", "促".repeat(34_817), "x").aNotice().codes())
                    .containsExactly(ProblemCode.MAIL_LARGE);
        }

        @Test
        void runsNothing() {
            assertThat(Asking.mail("Hi", "<script>x()</script><p onclick=\"y()\">z</p>", "x")
                            .aNotice()
                            .codes())
                    .containsExactly(ProblemCode.SCRIPT, ProblemCode.SCRIPT);
        }

        @Test
        void leadsNowhereThatAValueSays() {
            assertThat(Asking.mail("Hi", "<a href=\"https://x.example/{{name}}\">x</a>", "x")
                            .aNotice()
                            .codes())
                    .contains(ProblemCode.VARIABLE_AS_ADDRESS);
        }

        @Test
        void isReadOnceWhateverIsWritten() {
            var parts = List.of(
                    "<a ",
                    "<!--",
                    "<style>",
                    "href=\"",
                    "a href='x{{name}}",
                    "{{#name}}",
                    "<a href={{unsubscribe_link}}");

            assertThat(parts)
                    .allSatisfy(part -> assertThat(Asking.mail("Hi", part.repeat(190_000 / part.length()), "x")
                                    .check()
                                    .passes())
                            .isFalse());
        }

        @Test
        void hidesNoWordInAComment() {
            var html = "<head><title>最佳</title></head><style>.最佳{}</style><!-- 最佳 --><p>最<!-- -->佳</p>";

            assertThat(Asking.mail("Hi", html, "x").aNotice().problem().start()).isEqualTo(html.lastIndexOf("最"));
        }

        @Test
        void tellsNoMoreThanAHundredProblemsAndAllErrorsFirst() {
            var html = "<a href=\"https://example.com\">x</a>".repeat(150) + "最佳";

            assertThat(Asking.mail("Hi", html, "x").aNotice().codes())
                    .hasSize(100)
                    .endsWith(ProblemCode.SENSITIVE_WORD);
        }

        @Test
        void countsTheClicksOnItsLinks() {
            assertThat(Asking.mail("Hi", "<a class='b' href='https://example.com/a'>x</a>", "x")
                            .aNotice()
                            .codes())
                    .containsExactly(ProblemCode.LINK_NOT_COUNTED);
        }
    }
}
