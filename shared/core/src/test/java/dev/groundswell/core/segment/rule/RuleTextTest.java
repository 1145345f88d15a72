package dev.groundswell.core.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundswell.core.segment.rule.SegmentRule.All;
import dev.groundswell.core.segment.rule.SegmentRule.Any;
import dev.groundswell.core.segment.rule.SegmentRule.FieldTest;
import dev.groundswell.core.segment.rule.SegmentRule.Not;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {

    private static final SegmentRule A = test("paid_orders >= 1");
    private static final SegmentRule B = test("has_phone = true");
    private static final SegmentRule C = test("city = '杭州'");

    private static SegmentRule test(String text) {
        return rule(text);
    }

    private static SegmentRule rule(String text) {
        return switch (RuleText.read(text)) {
            case RuleReading.Read read -> read.rule();
            case RuleReading.Refused refused -> throw new AssertionError(text + ": " + refused.errors());
        };
    }

    private static String canonical(String text) {
        return RuleText.write(rule(text));
    }

    private static RuleError error(String text) {
        return errors(text).getFirst();
    }

    private static List<RuleError> errors(String text) {
        return switch (RuleText.read(text)) {
            case RuleReading.Read read -> throw new AssertionError(text + " was read as " + read.rule());
            case RuleReading.Refused refused -> refused.errors();
        };
    }

    private static Literal literal(String text) {
        var condition = ((FieldTest) rule("last_paid_at = " + text)).condition();
        return ((dev.groundswell.core.segment.rule.Test.Compare) condition.test()).value();
    }

    @Nested
    class AndOrAndNot {

        @Test
        void bindAsEverywhere() {
            assertThat(rule("paid_orders >= 1 OR has_phone = true AND NOT city = '杭州'"))
                    .isEqualTo(new Any(List.of(A, new All(List.of(B, new Not(C))))));
            assertThat(rule("NOT (paid_orders >= 1 OR has_phone = true) AND city = '杭州'"))
                    .isEqualTo(new All(List.of(new Not(new Any(List.of(A, B))), C)));
        }

        @Test
        void keepTheParenthesesOfTheirWriter() {
            assertThat(rule("(paid_orders >= 1 AND has_phone = true) AND city = '杭州'"))
                    .isEqualTo(new All(List.of(new All(List.of(A, B)), C)));
        }

        @Test
        void areWrittenWithParenthesesWhereTheyMeet() {
            assertThat(canonical("paid_orders>=1 or has_phone and not city='杭州'"))
                    .isEqualTo("paid_orders >= 1 OR (has_phone = true AND NOT city = '杭州')");
        }

        @Test
        void ofOneRuleAreWrittenAsACall() {
            assertThat(RuleText.write(new Not(new All(List.of(A))))).isEqualTo("NOT all(paid_orders >= 1)");
            assertThat(rule("any(paid_orders >= 1)")).isEqualTo(new Any(List.of(A)));
            assertThat(rule("ALL(paid_orders >= 1, has_phone)")).isEqualTo(new All(List.of(A, B)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  \n", "everyone", "EVERYONE", "(everyone)", "all()"})
        void ofNoRuleMeanEveryone(String text) {
            assertThat(rule(text)).isEqualTo(new All(List.of()));
            assertThat(canonical(text)).isEqualTo("everyone");
        }
    }

    @Nested
    class AWholeRule {

        @Test
        void isReadInAnyCaseAndSpacing() {
            var text = "Paid_Orders>=2 and LAST_PAID_AT>=-90D and not BOUGHT_IN('618-2026')\n"
                    + "and orders(item in('a','b')and placed_at>=-30d)>=1 and random('autumn')<10";

            assertThat(canonical(text))
                    .isEqualTo("paid_orders >= 2 AND last_paid_at >= -90d AND NOT bought_in('618-2026')"
                            + " AND orders(item IN ('a', 'b') AND placed_at >= -30d) >= 1 AND random('autumn') < 10");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "spend BETWEEN 100 AND 99999.99",
                    "province NOT IN ('广东', 'O''Higgins')",
                    "city IS NULL OR city IS NOT NULL",
                    "last_carted_at > last_ordered_at",
                    "sms_consent != email_consent",
                    "sms_consent = GIVEN",
                    "orders() >= 2",
                    "orders(is_paid = true AND status IN (SHIPPED, DELIVERED)) = 0",
                    "events(kind = CART AND at >= -7d) >= 1",
                    "in_segment('vip') AND NOT in_segment('rfm-lost')",
                    "random('it''s') >= 12.5",
                    "NOT NOT has_email = true",
                    "orders >= 3",
                    "city = 'two\nlines'",
                })
        void isWrittenAsItWasIfItWasCanonical(String text) {
            assertThat(canonical(text)).isEqualTo(text);
        }

        @Test
        void mayTestAFlagByItsNameAlone() {
            assertThat(canonical("has_phone AND NOT has_email AND orders(is_paid) > 1"))
                    .isEqualTo("has_phone = true AND NOT has_email = true AND orders(is_paid = true) > 1");
        }

        @Test
        void mayHaveAnyValueInQuotes() {
            assertThat(canonical("paid_orders >= '2' AND last_paid_at < '2026-06-18' AND sms_consent = 'given'"))
                    .isEqualTo("paid_orders >= 2 AND last_paid_at < 2026-06-18 AND sms_consent = GIVEN");
        }
    }

    @Nested
    class ATime {

        @Test
        void isADayOrAnInstant() {
            assertThat(literal("2026-06-18")).isEqualTo(new Literal.Day(LocalDate.of(2026, 6, 18)));
            assertThat(literal("2026-06-18T20:00"))
                    .isEqualTo(new Literal.StoreTime(LocalDateTime.of(2026, 6, 18, 20, 0)));
            assertThat(literal("2026-06-18t20:00:05+08:00"))
                    .isEqualTo(new Literal.OffsetTime(OffsetDateTime.parse("2026-06-18T20:00:05+08:00")));
        }

        @Test
        void isRelativeToNowOrToday() {
            assertThat(literal("-90d")).isEqualTo(new Literal.RelativeTime(-90, Literal.TimeUnit.DAY));
            assertThat(literal("+30MIN")).isEqualTo(new Literal.RelativeTime(30, Literal.TimeUnit.MINUTE));
            assertThat(literal("now")).isEqualTo(new Literal.RelativeTime(0, Literal.TimeUnit.MINUTE));
            assertThat(literal("today")).isEqualTo(new Literal.RelativeDay(0));
            assertThat(literal("today-3d")).isEqualTo(new Literal.RelativeDay(-3));
            assertThat(literal("yesterday")).isEqualTo(literal("today-1d"));
        }

        @ParameterizedTest
        @CsvSource({
            "today-1d, yesterday",
            "TODAY+1D, tomorrow",
            "today+0d, today",
            "-0d, +0d",
            "+0min, now",
            "2026-06-18T20:00, 2026-06-18T20:00:00",
            "2026-06-18T20:00+00:00, 2026-06-18T20:00:00Z",
        })
        void hasOneCanonicalForm(String written, String canonical) {
            assertThat(canonical("last_paid_at < " + written)).isEqualTo("last_paid_at < " + canonical);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-02-30",
                    "2026-6-18",
                    "2026-06-18T25:00",
                    "2026-06-18Z",
                    "2026-06-18T20:00:00.5",
                    "1899-12-31",
                    "2200-01-01",
                    "-101y",
                    "-999999999d",
                    "-9999999999d",
                    "-5x",
                    "90d",
                    "today-3",
                    "18.06.2026"
                })
        void isRefusedIfThereIsNoSuchTime(String written) {
            var error = error("last_paid_at >= " + written);

            assertThat(error.column()).isEqualTo(17);
            assertThat(error.message()).contains("'" + written + "'");
            assertThat(error.expected()).contains("2026-06-18");
        }

        @Test
        void thatIsNearlyOneIsSuggestedWhole() {
            assertThat(error("last_paid_at >= 90d").expected()).startsWith("-90d", "+90d");
            assertThat(error("last_paid_at >= today-3").expected()).startsWith("today-3d");
        }
    }

    @Nested
    class ANumber {

        @Test
        void isEqualHoweverManyZerosItEndsWith() {
            assertThat(rule("spend >= 100.00")).isEqualTo(rule("spend >= 100")).isEqualTo(rule("spend >= 0100.0"));
            assertThat(RuleText.write(rule("spend >= 100.00"))).isEqualTo("spend >= 100");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "spend >= NaN",
                    "spend >= Infinity",
                    "spend >= 1e999999999",
                    "spend >= 0x10",
                    "spend >= -1",
                    "spend >= 1,000",
                    "spend >= 1234567890123456",
                    "spend >= 1.00001",
                    "paid_orders >= 1.5",
                    "average_review_score < 4.255",
                    "random('x') < 100.5",
                    "random('x') < 0.125",
                    "orders() >= 1000001",
                    "orders() >= 1.5",
                    "orders() >= ten",
                    "paid_orders >= ٣",
                })
        void isPlainAndInItsRange(String text) {
            assertThat(errors(text)).isNotEmpty();
        }
    }

    @Nested
    class AnError {

        @Test
        void saysWhereAndWhatWasFound() {
            var error = error("paid_orders >= 2\n  AND last_payed_at >= -90d");

            assertThat(error)
                    .isEqualTo(new RuleError(
                            2, 7, "", "There is no field 'last_payed_at' of customers.", error.expected()));
            assertThat(error.expected()).startsWith("last_paid_at");
        }

        @Test
        void namesTheFieldsThatAreLikeTheTypo() {
            assertThat(error("paidOrders > 1").expected()).startsWith("paid_orders");
            assertThat(error("recency = 5").expected()).contains("rfm_recency");
            assertThat(error("orders(placed > -3d) > 1").expected()).contains("placed_at");
            assertThat(error("events(type = CART) > 1").expected()).contains("kind", "at");
        }

        @Test
        void namesTheOperatorsOfTheField() {
            assertThat(error("city < 'a'"))
                    .isEqualTo(new RuleError(
                            1,
                            6,
                            "",
                            "city cannot be tested by <.",
                            List.of("=", "!=", "IN", "NOT IN", "IS NULL", "IS NOT NULL")));
            assertThat(error("has_phone > true").expected()).containsExactly("=", "!=");
            assertThat(error("paid_orders == 2").expected()).contains("=");
        }

        @Test
        void namesTheChoicesOfTheField() {
            assertThat(error("orders(status = PAYED) > 1"))
                    .isEqualTo(
                            new RuleError(1, 17, "", "status needs one of its values, not 'PAYED'.", List.of("PAID")));
        }

        @Test
        void saysThatTextsStandInQuotes() {
            var error = error("city = 杭州");

            assertThat(error.message()).isEqualTo("city needs a text in quotes, not '杭州'.");
            assertThat(error.expected()).containsExactly("'杭州'");
        }

        @Test
        void saysWhatAKeyboardPutInPlaceOfASign() {
            assertThat(errors("（paid_orders ≥ 2）"))
                    .extracting(RuleError::expected)
                    .containsExactly(List.of("("), List.of(">="), List.of(")"));
            assertThat(error("city = “杭州”").expected()).containsExactly("'");
        }

        @Test
        void isToldOfEachPartOnItsOwn() {
            assertThat(errors("foo = 1 AND paid_orders >= many OR bar IN ('x', 'y') AND city > 'a'"))
                    .extracting(RuleError::column)
                    .containsExactly(1, 28, 36, 63);
        }

        @Test
        void saysWhatCouldFollowWhereTheRuleBreaksOff() {
            assertThat(error("paid_orders").expected()).contains("=", ">=", "BETWEEN", "IS NULL");
            assertThat(error("paid_orders >= 2 AND").message())
                    .isEqualTo("Expected a condition, found the end of the rule.");
            assertThat(error("(paid_orders >= 2").expected()).contains("AND", "OR", ")");
            assertThat(error("paid_orders BETWEEN 1").expected()).containsExactly("AND");
            assertThat(error("paid_orders IS").expected()).contains("NOT", "NULL");
            assertThat(error("bought_in(").message())
                    .isEqualTo("Expected a text in quotes, found the end of the rule.");
        }

        @Test
        void liesBehindTheLastSignWhereSomethingIsMissing() {
            assertThat(error("paid_orders >=\n"))
                    .extracting(RuleError::line, RuleError::column)
                    .containsExactly(2, 1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "paid_orders 2",
                    "paid_orders >= 2 has_phone",
                    "2 <= paid_orders",
                    "()",
                    "(",
                    ")",
                    "AND",
                    "NOT",
                    "a OR",
                    "orders(status = PAID OR status = SHIPPED) > 1",
                    "orders(NOT is_paid) > 1",
                    "orders(is_paid)",
                    "orders(is_paid) > 1 > 2",
                    "bought_in(618-2026)",
                    "bought_in('618 2026')",
                    "in_segment('')",
                    "in_segment('VIP')",
                    "random() < 10",
                    "random('') < 10",
                    "random('x') = 10",
                    "any()",
                    "nothing('x')",
                    "paid_orders IN ()",
                    "paid_orders IN (1, 2",
                    "paid_orders IN (1 2)",
                    "paid_orders BETWEEN 5 AND 2",
                    "last_paid_at BETWEEN 2026-06-18 AND 2026-06-01",
                    "has_phone IS NULL",
                    "last_paid_at > paid_orders",
                    "sms_consent = mailbox_family",
                    "city < province",
                    "city = 'a",
                    "city = '\u0000'",
                    "city = '\ud83d'",
                    "city\u0007 = 'a'",
                    "\ud83d = 1",
                    "\ud83d\ude00 = 1",
                    "paid_orders >= 2; DROP TABLE customers",
                    "paid_orders >= 2 -- everybody",
                    "null",
                })
        void isTheAnswerToNonsense(String text) {
            assertThat(errors(text)).allSatisfy(error -> {
                assertThat(error.message()).isNotBlank().hasSizeLessThan(300);
                assertThat(error.line()).isPositive();
                assertThat(error.column()).isBetween(1, text.length() + 1);
            });
        }
    }

    @Nested
    class AnErrorFoundLater {

        private RuleError located(String path, String text) {
            var error = new RuleError(0, 0, path, "There is no such segment.", List.of("vip"));
            return RuleText.located(text, List.of(error)).getFirst();
        }

        @Test
        void isPutWhereItsPathLeads() {
            var text = "has_phone AND\n(city = 'a' OR NOT in_segment('x'))";

            assertThat(located("all[1].any[1].not.inSegment", text))
                    .isEqualTo(new RuleError(2, 20, "", "There is no such segment.", List.of("vip")));
            assertThat(located("all[1].any[0].field.values[0]", text).column()).isEqualTo(2);
        }

        @Test
        void isPutWhereItsPathEnds() {
            for (var path : List.of("", "all[7]", "any[0]", "field", "all", "nonsense..")) {
                assertThat(located(path, "  has_phone AND has_email"))
                        .extracting(RuleError::line, RuleError::column)
                        .containsExactly(1, 3);
            }
        }

        @Test
        void staysAsItIsWhereTheTextIsNoRule() {
            assertThat(located("", "foo").line()).isZero();
        }
    }

    @Nested
    class ALimit {

        @Test
        void isSetToTheLengthOfTexts() {
            var longest = "city = 'a'" + " ".repeat(RuleLimits.MAX_TEXT - 10);

            assertThat(rule(longest)).isEqualTo(rule("city = 'a'"));
            assertThat(error(longest + " ").message())
                    .isEqualTo("A rule has at most 20,000 characters; this one has 20,001.");
            assertThat(error("x".repeat(1_000_000)).column()).isEqualTo(RuleLimits.MAX_TEXT + 1);
        }

        @Test
        void isSetToTheLengthInCanonicalForm() {
            var dense = "(city='" + "a".repeat(195) + "')";
            var text = String.join("AND", java.util.Collections.nCopies(95, dense));

            assertThat(text).hasSizeLessThan(RuleLimits.MAX_TEXT);
            assertThat(rule(text)).isInstanceOf(All.class);
            assertThat(error("paid_orders IN(" + "1,".repeat(9_900) + "1)").message())
                    .contains("IN needs 1 to 200 values");
        }

        @ParameterizedTest
        @ValueSource(strings = {"(", "NOT ", "all(", "any(", "NOT(", "((", "orders(", "NOT NOT (any("})
        void isSetToTheDepth(String opening) {
            var deep = opening.repeat(RuleLimits.MAX_TEXT / opening.length() - 20);

            assertThat(errors(deep + "has_phone")).hasSize(1);
        }

        @Test
        void isAsDeepAsItSays() {
            assertThat(rule("NOT ".repeat(19) + "has_phone")).isInstanceOf(Not.class);
            assertThat(error("NOT ".repeat(20) + "has_phone").message()).isEqualTo("A rule is at most 20 levels deep.");
            assertThat(rule("(".repeat(20) + "has_phone" + ")".repeat(20))).isEqualTo(B);
            assertThat(error("(".repeat(21) + "has_phone" + ")".repeat(21)).column())
                    .isEqualTo(21);
        }

        @Test
        void isSetToTheDepthOfAlternatingRules() {
            var text = "has_phone";
            for (var level = 0; level < 12; level++) {
                text = "(" + text + " AND has_email OR has_phone)";
            }

            assertThat(error(text).message()).isEqualTo("A rule is at most 20 levels deep.");
        }

        @Test
        void isSetToTheNumberOfTests() {
            var two_hundred = "has_phone" + " AND has_phone".repeat(199);

            assertThat(rule(two_hundred)).isInstanceOf(All.class);
            assertThat(error(two_hundred + " OR orders(is_paid) > 1"))
                    .extracting(RuleError::message, RuleError::column)
                    .containsExactly("A rule has at most 200 tests.", two_hundred.length() + 5);
        }

        @Test
        void isSetToTheNumberOfErrors() {
            assertThat(errors("foo = 1 AND ".repeat(500) + "foo = 1")).hasSize(RuleLimits.MAX_ERRORS);
            assertThat(errors("\"".repeat(10_000))).hasSize(RuleLimits.MAX_ERRORS);
        }

        @Test
        void isSetToValues() {
            assertThat(error("city = '" + "x".repeat(201) + "'").message()).contains("at most 200 characters");
            assertThat(error("x".repeat(19_000)).message()).hasSizeLessThan(100);
        }
    }

    @Nested
    class ARuleBuiltByHand {

        @Test
        void isWrittenOnlyIfItIsValid() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RuleText.write(new Any(List.of())))
                    .withMessageContaining("any");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RuleTree.write(new SegmentRule.Random("x", Operator.EQUAL, BigDecimal.TEN)));
        }

        @Test
        void hasErrorsWithTheirPath() {
            var misfit = new FieldTest(new Condition<>(
                    SegmentField.PAID_ORDERS,
                    new dev.groundswell.core.segment.rule.Test.Compare(Operator.EQUAL, new Literal.Flag(true))));

            assertThat(RuleCheck.errors(new All(List.of(A, new Not(misfit)))))
                    .containsExactly(new RuleError(
                            0,
                            0,
                            "all[1].not.field.values[0]",
                            "paid_orders needs a whole number, not 'true'.",
                            List.of("1", "2", "5")));
        }

        @Test
        void mayBeAsDeepAsAnybodyLikesAndIsRefused() {
            SegmentRule deep = A;
            for (var level = 0; level < 100_000; level++) {
                deep = new Not(deep);
            }

            assertThat(RuleCheck.errors(deep)).hasSize(1);
        }

        @Test
        void mayContainItselfManyTimesAndIsRefused() {
            var wide = A;
            for (var level = 0; level < 18; level++) {
                wide = new All(List.of(wide, wide, wide, wide));
            }

            assertThat(RuleCheck.errors(wide))
                    .extracting(RuleError::message)
                    .containsExactly("A rule has at most 200 tests.");
        }

        @Test
        void hasNoNumbersThatFillTheMemory() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Literal.Decimal(new BigDecimal("1e999999999")));
        }
    }
}
