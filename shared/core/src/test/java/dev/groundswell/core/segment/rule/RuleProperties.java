package dev.groundswell.core.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What holds for every rule, and for every text and tree. */
class RuleProperties {

    private static final int TRIES = 1_000;

    /** What has broken readers before, and what the language is made of. */
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "'",
            "''",
            ",",
            "=",
            ">=",
            "<>",
            "!",
            "\"",
            "\0",
            "\ud83d",
            "\ud83d\ude00",
            "\u2028",
            "（",
            "≥",
            " ",
            "\n",
            "AND",
            "OR",
            "NOT",
            "NOT IN",
            "IS",
            "NULL",
            "BETWEEN",
            "IN",
            "all(",
            "any(",
            "orders(",
            "events(",
            "random('x')",
            "-90d",
            "+999999999y",
            "1e999999999",
            "NaN",
            "9".repeat(40),
            "2026-02-30",
            "today-",
            "foo",
            "has_phone",
            "everyone",
            "null",
            "٣",
            "İ",
            "ß",
            "x".repeat(300));

    @Provide
    Arbitrary<SegmentRule> rules() {
        return RandomRules.any();
    }

    /** Texts of any characters that may stand in one. */
    @Provide
    Arbitrary<String> writableTexts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().withChars("ab'\"() \t\n\r,=\\|#%").ofMaxLength(30),
                        Arbitraries.strings().all().ofMaxLength(30))
                .filter(RuleCheck::isWritable);
    }

    @Property(tries = TRIES)
    void aRuleIsReadAsItWasWritten(@ForAll("rules") SegmentRule rule) {
        assertThat(RuleText.read(RuleText.write(rule))).isEqualTo(new RuleReading.Read(rule));
        assertThat(RuleTree.read(RuleTree.write(rule))).isEqualTo(new RuleReading.Read(rule));
    }

    @Property(tries = TRIES)
    void aTextIsReadAsItWasWritten(@ForAll("writableTexts") String text) {
        var condition = new Condition<>(
                SegmentField.CITY, new Test.OneOf(true, List.of(new Literal.Text(text), new Literal.Text(""))));
        var rule = new SegmentRule.All(List.of(new SegmentRule.FieldTest(condition)));

        assertThat(RuleText.read(RuleText.write(rule))).isEqualTo(new RuleReading.Read(rule));
        assertThat(RuleTree.read(RuleTree.write(rule))).isEqualTo(new RuleReading.Read(rule));
    }

    /** A rule's text with a few pieces put in, taken out or doubled. */
    @Provide
    Arbitrary<String> damagedTexts() {
        var damages = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(PIECES))
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(rules().map(RuleText::write), damages).as((text, all) -> {
            var damaged = text;
            for (var damage : all) {
                damaged = damage.done(damaged);
            }
            return damaged;
        });
    }

    private record Damage(double place, int removed, String piece) {

        String done(String text) {
            var from = (int) (place * text.length());
            return text.substring(0, from) + piece + text.substring(Math.min(text.length(), from + removed));
        }
    }

    @Property(tries = 2 * TRIES)
    void anyTextHasAnAnswerAndErrorsLieInsideOfIt(@ForAll("damagedTexts") String text) {
        switch (RuleText.read(text)) {
            case RuleReading.Read read ->
                assertThat(RuleText.read(RuleText.write(read.rule()))).isEqualTo(read);
            case RuleReading.Refused refused ->
                assertThat(refused.errors())
                        .hasSizeBetween(1, RuleLimits.MAX_ERRORS)
                        .allSatisfy(error -> isInside(error, text));
        }
    }

    private static void isInside(RuleError error, String text) {
        var lines = text.split("\n", -1);
        assertThat(error.line()).isBetween(1, lines.length);
        assertThat(error.column()).isBetween(1, lines[error.line() - 1].length() + 1);
        assertThat(error.message()).isNotBlank().hasSizeLessThan(400);
    }

    @Property(tries = TRIES)
    void completionsLieInsideOfAnyText(
            @ForAll("damagedTexts") String text, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        var place = (int) (part * text.length());
        var completions = RuleText.complete(text, place);

        assertThat(completions.from()).isBetween(0, place);
        assertThat(completions.to()).isBetween(place, text.length());
    }

    /** A property of every completion: what is offered can stand there. */
    @Property(tries = TRIES / 10)
    void whatIsOfferedIsNoErrorWhereItIsPut(
            @ForAll("rules") SegmentRule rule, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        var text = RuleText.write(rule);
        var completions = RuleText.complete(text, (int) (part * text.length()));

        assertThat(completions.options()).allSatisfy(option -> {
            var begun = text.substring(0, completions.from()) + option.text().replaceAll("(?<=')…(?=')", "x");
            if (RuleText.read(begun) instanceof RuleReading.Refused refused) {
                assertThat(refused.errors()).first().satisfies(error -> isBehind(error, begun));
            }
        });
    }

    /** What lacks lies at the end, or is the end of a text that has only begun. */
    private static void isBehind(RuleError error, String begun) {
        var isBegun = error.message().contains("has no end");
        var isEnd = error.message().contains("found the end of the rule");
        assertThat(isBegun || isEnd).as(begun + " " + error).isTrue();
    }
}
