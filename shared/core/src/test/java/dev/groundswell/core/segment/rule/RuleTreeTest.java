package dev.groundswell.core.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RuleTreeTest {

    private static final Map<String, ?> HAS_PHONE = field("has_phone", "EQUAL", "true");

    private static Map<String, ?> field(String name, Object operator, Object... values) {
        return Map.of("field", Map.of("name", name, "operator", operator, "values", Arrays.asList(values)));
    }

    private static String text(Map<String, ?> tree) {
        return switch (RuleTree.read(tree)) {
            case RuleReading.Read read -> RuleText.write(read.rule());
            case RuleReading.Refused refused -> throw new AssertionError(refused.errors());
        };
    }

    private static List<RuleError> errors(Map<String, ?> tree) {
        return switch (RuleTree.read(tree)) {
            case RuleReading.Read read -> throw new AssertionError(tree + " was read as " + read.rule());
            case RuleReading.Refused refused -> refused.errors();
        };
    }

    private static RuleError error(Map<String, ?> tree) {
        return errors(tree).getFirst();
    }

    private static Map<String, Object> entry(String key, @Nullable Object value) {
        var map = new HashMap<String, Object>();
        map.put(key, value);
        return map;
    }

    @Nested
    class ATree {

        @Test
        void saysWhatATextSays() {
            var tree = Map.of(
                    "all",
                    List.of(
                            field("paid_orders", "GREATER_OR_EQUAL", "2"),
                            Map.of("not", Map.of("boughtIn", "618-2026")),
                            Map.of(
                                    "any",
                                    List.of(
                                            Map.of("inSegment", "vip"),
                                            Map.of(
                                                    "compare",
                                                    Map.of(
                                                            "left", "last_carted_at",
                                                            "operator", "GREATER",
                                                            "right", "last_ordered_at")))),
                            Map.of("random", Map.of("seed", "it's", "operator", "LESS", "percent", 12.5)),
                            Map.of(
                                    "orders",
                                    Map.of(
                                            "conditions",
                                            List.of(Map.of(
                                                    "name", "item", "operator", "IN", "values", List.of("a", "b"))),
                                            "operator",
                                            "GREATER_OR_EQUAL",
                                            "number",
                                            1)),
                            Map.of("events", Map.of("operator", "EQUAL", "number", 0L))));

            assertThat(text(tree))
                    .isEqualTo("paid_orders >= 2 AND NOT bought_in('618-2026')"
                            + " AND (in_segment('vip') OR last_carted_at > last_ordered_at)"
                            + " AND random('it''s') < 12.5 AND orders(item IN ('a', 'b')) >= 1 AND events() = 0");
        }

        @Test
        void isWrittenAsItIsRead() {
            var tree = Map.of("all", List.of(HAS_PHONE, field("city", "NOT_IN", "杭州", "O'Higgins")));

            assertThat(RuleTree.write(((RuleReading.Read) RuleTree.read(tree)).rule()))
                    .isEqualTo(tree);
        }

        @Test
        void mayHaveValuesOfTheirOwnTypes() {
            assertThat(text(field("paid_orders", "BETWEEN", 1, 2.0))).isEqualTo("paid_orders BETWEEN 1 AND 2");
            assertThat(text(field("spend", "EQUAL", new BigDecimal("99.90")))).isEqualTo("spend = 99.9");
            assertThat(text(field("orders", "EQUAL", BigInteger.TEN))).isEqualTo("orders = 10");
            assertThat(text(field("has_phone", Operator.EQUAL, true))).isEqualTo("has_phone = true");
            assertThat(text(field("city", "EQUAL", "true"))).isEqualTo("city = 'true'");
        }

        @Test
        void mayHaveKeysWithoutAValue() {
            var tree = entry("not", HAS_PHONE);
            tree.put("all", null);
            var test = entry("name", "city");
            test.put("operator", "IS_NULL");
            test.put("values", null);

            assertThat(text(tree)).isEqualTo("NOT has_phone = true");
            assertThat(text(Map.of("field", test))).isEqualTo("city IS NULL");
        }
    }

    @Nested
    class AnError {

        @Test
        void saysWhere() {
            var tree = Map.of("all", List.of(HAS_PHONE, Map.of("not", field("paid_orders", "IN", "2", "many"))));

            assertThat(errors(tree))
                    .containsExactly(new RuleError(
                            0,
                            0,
                            "all[1].not.field.values[1]",
                            "paid_orders needs a whole number, not 'many'.",
                            List.of("1", "2", "5")));
        }

        @Test
        void isToldOfEachPartOnItsOwn() {
            var tree = Map.of(
                    "any",
                    List.of(
                            field("paid_order", "EQUAL", "2"),
                            field("city", "LIKE", "x"),
                            field("city", "EQUAL"),
                            field("spend", "EQUAL", List.of()),
                            Map.of("orders", Map.of("number", -1)),
                            Map.of("compare", Map.of("left", "city")),
                            Map.of("random", Map.of("seed", 1, "percent", "x", "operator", "IN")),
                            Map.of()));

            assertThat(errors(tree))
                    .extracting(RuleError::path)
                    .startsWith(
                            "any[0].field.name",
                            "any[1].field.operator",
                            "any[2].field.values",
                            "any[3].field.values[0]",
                            "any[4].orders.operator",
                            "any[4].orders.number")
                    .hasSize(RuleLimits.MAX_ERRORS);
        }

        @Test
        void namesWhatWouldBeValid() {
            assertThat(error(field("paid_order", "EQUAL", "2")).expected()).startsWith("paid_orders");
            assertThat(error(field("city", "NOT_EQUALS", "x")).expected()).contains("NOT_EQUAL");
            assertThat(error(field("city", "LESS", "x")))
                    .isEqualTo(new RuleError(
                            0,
                            0,
                            "field.operator",
                            "city cannot be tested by <.",
                            List.of("=", "!=", "IN", "NOT IN", "IS NULL", "IS NOT NULL")));
            assertThat(error(Map.of("al", List.of())).expected()).contains("all");
        }

        @Test
        void isTheAnswerToWhatIsNoTree() {
            assertThat(error(Map.of()).message()).startsWith("Exactly one key");
            assertThat(error(Map.of("all", List.of(), "any", List.of())).message())
                    .contains("here are 2");
            assertThat(error(Map.of("all", "x")).message()).isEqualTo("Expected a list, found a text.");
            assertThat(error(Map.of("all", Arrays.asList("x", null))).path()).isEqualTo("all[0]");
            assertThat(error(Map.of("not", List.of())).message()).isEqualTo("Expected an object, found a list.");
            assertThat(error(Map.of("any", List.of())).path()).isEqualTo("any");
            assertThat(error(Map.of("boughtIn", 618)).message()).isEqualTo("Expected a text, found 618.");
            assertThat(error(entry("all", null)).message()).startsWith("Exactly one key");
            assertThat(error(Map.of("field", Map.of("nam", "x"))).expected()).containsExactly("name");
            assertThat(error(field("city", "EQUAL", 7)).message()).isEqualTo("city needs a text in quotes, not 7.");
        }

        @Test
        @SuppressWarnings("unchecked")
        void isTheAnswerToKeysThatAreNoTexts() {
            var odd = (Map<String, ?>) (Map<?, ?>) Map.of(7, List.of());

            assertThat(error(odd).message()).contains("no key");
        }
    }

    @Nested
    class AHostileTree {

        @Test
        void mayBeDeep() {
            var tree = HAS_PHONE;
            for (var level = 0; level < 10_000; level++) {
                tree = level % 2 == 0 ? Map.of("not", tree) : Map.of("all", List.of(tree));
            }

            assertThat(errors(tree))
                    .extracting(RuleError::message)
                    .containsExactly("A rule is at most 20 levels deep.");
        }

        @Test
        void mayContainItself() {
            var rules = new ArrayList<Object>();
            var tree = Map.of("any", rules);
            rules.addAll(Collections.nCopies(50, tree));

            assertThat(errors(tree)).isNotEmpty();
        }

        @Test
        void mayBeWide() {
            assertThat(errors(Map.of("all", Collections.nCopies(1_000_000, HAS_PHONE))))
                    .extracting(RuleError::message)
                    .containsExactly("At most 200 stand here; these are 1,000,000.");
            assertThat(error(field(
                                    "city",
                                    "IN",
                                    Collections.nCopies(1_000_000, "x").toArray()))
                            .path())
                    .isEqualTo("field.values");
        }

        @Test
        void mayContainOnePartEndlesslyOften() {
            var tree = HAS_PHONE;
            for (var level = 0; level < 15; level++) {
                tree = Map.of("all", Collections.nCopies(100, tree));
            }

            assertThat(errors(tree)).hasSize(1);
        }

        @Test
        void mayBeLongerThanItsTextMayBe() {
            var values = Collections.nCopies(150, "x".repeat(200)).toArray();

            assertThat(error(field("city", "IN", values)).message()).startsWith("A rule has at most 20,000 characters");
        }

        @Test
        void mayHaveNumbersThatAreNone() {
            for (var number : List.of(
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    -1,
                    1e300,
                    Float.NaN,
                    new BigDecimal("1e999999999"),
                    new BigDecimal("1e-999999999"),
                    BigInteger.TWO.pow(1_000_000),
                    "1e999999999",
                    "NaN")) {
                assertThat(error(field("spend", "EQUAL", number)).path()).isEqualTo("field.values[0]");
                assertThat(errors(Map.of("random", Map.of("seed", "x", "operator", "LESS", "percent", number))))
                        .hasSize(1);
                assertThat(errors(Map.of("events", Map.of("operator", "LESS", "number", number))))
                        .hasSize(1);
            }
        }

        @Test
        void mayHaveTextsThatNobodyCanRead() {
            for (var text : List.of("\0", "\ud83d", "x".repeat(1_000_000), "\u0007")) {
                assertThat(error(field("city", "EQUAL", text)).message()).hasSizeLessThan(200);
                assertThat(error(field(text, "EQUAL", "x")).message()).hasSizeLessThan(200);
                assertThat(error(field("city", text, "x")).message()).hasSizeLessThan(200);
                assertThat(error(Map.of(text, "x")).message()).hasSizeLessThan(200);
                assertThat(error(Map.of("inSegment", text)).message()).hasSizeLessThan(200);
            }
        }
    }
}
