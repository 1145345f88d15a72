package dev.groundswell.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.local.script.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --data} promises: nothing that was accepted is lost, whenever the process is killed. */
class KillTest {

    @TempDir
    private Path directory = Path.of("");

    private ChildProcess run(int first, int last) {
        return ChildProcess.start(
                KilledRun.class,
                directory,
                directory.resolve("data").toString(),
                Integer.toString(first),
                Integer.toString(last));
    }

    @Test
    void everyAcceptedMessageIsHandledAfterAKillHalfWay() throws InterruptedException {
        int accepted;
        try (ChildProcess killed = run(0, 100_000)) {
            killed.awaitOutput("sent 120.");
            killed.kill();
            accepted = (int)
                    killed.output().lines().filter(line -> line.endsWith(".")).count();
        }
        try (ChildProcess again = run(0, 0)) {
            assertThat(again.exitCode()).as(again.errors()).isZero();
            // The message under way at the kill may have been accepted without our being told.
            int items = number("items", again.output());
            assertThat(items).isBetween(accepted, accepted + 1);
            assertThat(number("seen", again.output())).isEqualTo(items);
        }
    }

    @Test
    void aRunGoesOnWhereTheOneBeforeItEnded() throws InterruptedException {
        for (int round = 1; round <= 2; round++) {
            try (ChildProcess child = run((round - 1) * 20, round * 20)) {
                assertThat(child.exitCode()).as(child.errors()).isZero();
                assertThat(number("seen", child.output())).isEqualTo(round * 20);
            }
        }
    }

    @Test
    void oneDirectoryServesOneRunAtATime() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        try (DataDirectory taken = DataDirectory.open(Optional.of(directory.resolve("data")));
                ChildProcess child = ChildProcess.start(
                        Main.class,
                        directory,
                        "--port=0",
                        "--data",
                        directory.resolve("data").toString())) {
            assertThat(taken.path()).isPresent();
            assertThat(child.exitCode()).isNotZero();
            assertThat(child.errors()).contains("is in use by another run").hasLineCount(1);
        }
    }

    private static int number(String name, String output) {
        List<Integer> numbers = Stream.of(output.split("\n"))
                .filter(line -> line.startsWith(name + " "))
                .map(line -> Integer.parseInt(line.substring(name.length() + 1).strip()))
                .toList();
        assertThat(numbers).as(output).hasSize(1);
        return numbers.getFirst();
    }
}
