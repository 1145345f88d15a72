package dev.groundswell.cloud.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.RuleTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** The manual of the rule language shows a rule in JSON, and the same as text. */
class SegmentManualTest {

    private static final Pattern PAIR = Pattern.compile("```json\n(.*?)```.*?```segment\n(.*?)```", Pattern.DOTALL);

    @Test
    void itsTreeSaysWhatItsTextSays() throws IOException {
        var manual = Files.readString(Path.of(System.getProperty("groundswell.root"), "docs", "how-to", "segments.md"));
        var pair = PAIR.matcher(manual);

        assertThat(pair.find()).isTrue();
        var tree = RuleTree.read(JSON.std.mapFrom(pair.group(1)));
        assertThat(tree).isInstanceOf(RuleReading.Read.class).isEqualTo(RuleText.read(pair.group(2)));
    }
}
