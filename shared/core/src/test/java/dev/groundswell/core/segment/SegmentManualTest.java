package dev.groundswell.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.segment.rule.FieldGuide;
import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.ValueKind;
import dev.groundswell.core.store.StoreId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual of the rule language says what the language is. */
class SegmentManualTest {

    private static final Pattern BLOCK = Pattern.compile("```segment\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final String manual;

    SegmentManualTest() throws IOException {
        manual = Files.readString(Path.of(System.getProperty("groundswell.root"), "docs", "how-to", "segments.md"));
    }

    private String section(String title) {
        var from = manual.indexOf("\n" + title + "\n");
        assertThat(from).as(title).isPositive();
        var to = manual.indexOf("\n## ", from + 1);
        return manual.substring(from, to < 0 ? manual.length() : to);
    }

    /** The rows of a section's tables that begin with a word of the language. */
    private Stream<String> rows(String title) {
        return section(title).lines().filter(line -> line.startsWith("| `"));
    }

    private static void isRule(String text) {
        assertThat(RuleText.read(text)).as(text).isInstanceOf(RuleReading.Read.class);
    }

    @Test
    void itsExamplesAreRules() {
        var blocks =
                BLOCK.matcher(manual).results().map(block -> block.group(1)).toList();

        assertThat(blocks).hasSizeGreaterThan(4).allSatisfy(SegmentManualTest::isRule);
    }

    @Test
    void itsConditionsAreRules() {
        var examples = section("## Write a rule")
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .flatMap(line -> CODE.matcher(line).results().map(code -> code.group(1)))
                .filter(code -> code.contains(" ") && !code.contains("…"))
                .toList();

        assertThat(examples).hasSizeGreaterThan(10).allSatisfy(SegmentManualTest::isRule);
    }

    @Test
    void itsFieldsAreThoseThatThereAre() {
        var fields = rows("## What can be asked").filter(line -> line.split(" \\| ", -1).length == 3);

        assertThat(fields)
                .containsExactlyElementsOf(
                        FieldGuide.all().stream().map(SegmentManualTest::row).toList());
    }

    private static String row(FieldGuide guide) {
        var field = guide.field();
        var kind = field.kind().name().toLowerCase(Locale.ROOT);
        var unit = field.kind() == ValueKind.COUNT ? ", " + guide.unit() : "";
        var choices = field.choices().stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s%s | %s |".formatted(field.word(), kind, unit, (field.meaning() + " " + choices).strip());
    }

    @Test
    void itsPromotionsAreKnown() {
        var calendar = new FestivalCalendar();
        var ids = rows("## What can be asked")
                .filter(line -> line.split(" \\| ", -1).length == 2)
                .map(line -> line.split("`", -1)[1]);

        assertThat(ids)
                .hasSize(4)
                .allSatisfy(
                        id -> assertThat(calendar.find(new StoreId("demo"), id)).isPresent());
    }

    @Test
    void itsReadyMadeSegmentsAreThoseThatThereAre() {
        assertThat(rows("## Ready-made segments"))
                .containsExactlyElementsOf(Arrays.stream(ReadyMade.values())
                        .map(each -> "| `%s` | %s. %s | `%s` |"
                                .formatted(each.id(), each.title(), each.description(), each.template()))
                        .toList());
    }

    @Test
    void itsErrorsAreTheOnesThatAreTold() {
        var rows = rows("## When a rule is refused").toList();

        assertThat(rows).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(row).isEqualTo(row(row.split("`", -1)[1])));
    }

    private static String row(String rule) {
        var error = error(rule);
        return "| `%s` | column %d: %s | %s |"
                .formatted(rule, error.column(), error.message(), codes(error.expected()));
    }

    private static RuleError error(String rule) {
        return switch (RuleText.read(rule)) {
            case RuleReading.Read read -> throw new AssertionError(rule + " is a rule");
            case RuleReading.Refused refused -> refused.errors().getFirst();
        };
    }

    private static String codes(List<String> expected) {
        return expected.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
    }

    @Test
    void everyFieldsExampleIsARule() {
        assertThat(FieldGuide.all()).allSatisfy(guide -> {
            isRule(guide.example());
            assertThat(guide.example()).contains(guide.field().word());
        });
    }
}
