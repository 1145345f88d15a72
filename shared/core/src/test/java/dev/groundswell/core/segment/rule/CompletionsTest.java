package dev.groundswell.core.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompletionsTest {

    /** With the caret where the bar is. */
    private static Completions at(String text) {
        var caret = text.indexOf('|');
        return RuleText.complete(text.substring(0, caret) + text.substring(caret + 1), caret);
    }

    private static List<String> options(String text) {
        return at(text).options().stream().map(Completion::text).toList();
    }

    @Nested
    class WhereAConditionBegins {

        @Test
        void everyFieldCanStand() {
            for (var text : List.of("|", "paid_orders >= 2 AND |", "NOT (|", "any(|", "has_phone OR |")) {
                assertThat(options(text))
                        .containsAll(Words.OF_CUSTOMERS.all())
                        .contains("NOT", "(", "orders(", "bought_in('", "everyone");
            }
        }

        @Test
        void aFieldComesWithItsMeaning() {
            assertThat(at("spe|").options())
                    .containsExactly(new Completion(Completion.Kind.FIELD, "spend", SegmentField.SPEND.meaning()));
        }

        @Test
        void onlyWhatBeginsLikeTheWordIsOffered() {
            assertThat(options("Last_C|")).containsExactly("last_carted_at", "last_clicked_at");
            assertThat(options("xyz|")).isEmpty();
        }
    }

    @Nested
    class BehindAField {

        @Test
        void itsOperatorsCanStand() {
            assertThat(options("paid_orders |")).isEqualTo(TestOperator.signs(TestOperator.of(ValueKind.COUNT)));
            assertThat(options("city |")).isEqualTo(TestOperator.signs(TestOperator.of(ValueKind.TEXT)));
            assertThat(options("paid_orders >|")).containsExactly(">", ">=");
            assertThat(options("city IS |")).containsExactly("NOT", "NULL");
            assertThat(options("city NOT |")).containsExactly("IN");
        }

        @Test
        void aFlagIsACondition() {
            assertThat(options("has_phone |")).containsExactly("=", "!=", "AND", "OR");
        }
    }

    @Nested
    class BehindAnOperator {

        @Test
        void valuesOfTheFieldCanStand() {
            assertThat(options("sms_consent = |")).startsWith("UNKNOWN", "GIVEN", "WITHDRAWN");
            assertThat(options("sms_consent IN (GIVEN, w|")).containsExactly("WITHDRAWN");
            assertThat(options("has_phone = |")).contains("true", "false");
            assertThat(options("last_paid_at >= |")).contains("-90d", "today", "2026-06-18");
            assertThat(options("orders(status = |")).containsExactlyElementsOf(OrderField.STATUS.choices());
        }

        @Test
        void aFieldOfTheSameKindCanStand() {
            assertThat(options("last_carted_at > last_o|")).containsExactly("last_ordered_at");
            assertThat(options("sms_consent = |")).contains("email_consent").doesNotContain("mailbox_family");
        }
    }

    @Nested
    class BehindACondition {

        @Test
        void anotherCanBeJoined() {
            assertThat(options("paid_orders >= 2 |")).containsExactly("AND", "OR");
            assertThat(options("(paid_orders >= 2 |")).containsExactlyInAnyOrder("AND", "OR", ")");
            assertThat(options("orders(is_paid |")).contains("=", "AND", ")").doesNotContain("OR");
            assertThat(options("paid_orders BETWEEN 1 |")).containsExactly("AND");
        }
    }

    @Nested
    class InsideOfOrdersAndEvents {

        @Test
        void theirFieldsCanStand() {
            assertThat(options("orders(|"))
                    .containsAll(Words.OF_ORDERS.all())
                    .contains(")")
                    .doesNotContain("paid_orders");
            assertThat(options("events(kind = CART AND |")).isEqualTo(Words.OF_EVENTS.all());
            assertThat(options("orders() |")).containsExactlyElementsOf(TestOperator.comparisonSigns());
        }
    }

    @Nested
    class ThePlace {

        @Test
        void isTheWordThatTheCaretStandsIn() {
            assertThat(at("has_phone AND spe|nt > 1"))
                    .extracting(Completions::from, Completions::to)
                    .containsExactly(14, 19);
            assertThat(at("has_phone |"))
                    .extracting(Completions::from, Completions::to)
                    .containsExactly(10, 10);
        }

        @Test
        void isMovedIntoTheText() {
            assertThat(RuleText.complete("spe", 99)).isEqualTo(RuleText.complete("spe", 3));
            assertThat(RuleText.complete("spe", -1)).isEqualTo(RuleText.complete("spe", 0));
        }

        @Test
        void hasNoOptionsInsideOfATextOrBehindAnError() {
            assertThat(options("city = 'Sh|'")).isEmpty();
            assertThat(options("foo bar |")).isEmpty();
            assertThat(options("x".repeat(RuleLimits.MAX_TEXT) + "|x")).isEmpty();
        }

        @Test
        void hasOptionsBehindAFieldThatThereIsNot() {
            assertThat(options("foo = 1 AND spe|")).containsExactly("spend");
        }
    }
}
