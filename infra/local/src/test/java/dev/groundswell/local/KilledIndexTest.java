package dev.groundswell.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.local.script.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** Killed while orders arrive and shards are being folded, the audience index is what the profiles say after the next start. */
class KilledIndexTest {

    static final int BUYERS = 200;

    private static final Map<String, String> SMALL_LIMITS = Map.of(
            "DELTAS_A_HINT: \"512\"", "DELTAS_A_HINT: \"8\"",
            "DELTAS_A_FOLD: \"4000\"", "DELTAS_A_FOLD: \"4\"",
            "ROWS_A_BLOCK: \"4096\"", "ROWS_A_BLOCK: \"4\"");

    @TempDir
    private Path directory = Path.of("");

    private ChildProcess run(Path template, int messages) {
        return ChildProcess.start(
                KilledIndex.class,
                directory,
                directory.resolve("data").toString(),
                template.toString(),
                Integer.toString(messages));
    }

    @Test
    void noCustomerIsLostOrDoubledByAKillAmongFolds() throws IOException, InterruptedException {
        var template = withManySmallFolds();
        try (var killed = run(template, 100_000)) {
            killed.awaitOutput("well under way");
            killed.kill();
        }
        try (var again = run(template, 0)) {
            assertThat(again.exitCode()).as(again.errors()).isZero();

            var compared = JSON.std.mapFrom(again.output().lines().toList().getLast());
            assertThat(compared)
                    .isEqualTo(Map.of(
                            "equal",
                            true,
                            "profiles",
                            BUYERS,
                            "rows",
                            BUYERS,
                            "missingRows",
                            0,
                            "differingRows",
                            0,
                            "surplusRows",
                            0));
        }
    }

    /** The template, with limits such that a few hundred customers cause as many folds and merges as millions do. */
    private Path withManySmallFolds() throws IOException {
        var text = Files.readString(LocalOptions.inMemory().template());
        for (var limit : SMALL_LIMITS.entrySet()) {
            assertThat(text).contains(limit.getKey());
            text = text.replace(limit.getKey(), limit.getValue());
        }
        return Files.writeString(directory.resolve("template.yaml"), text);
    }
}
