package dev.groundswell.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.local.script.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import by the API whose process is killed in the middle goes on in the next one, and every order counts once. */
class KilledImportTest {

    private static final int LINES = 6_000;

    /** Every so many lines one is no order. */
    private static final int BROKEN_EVERY = 500;

    /** Every so many lines an order of before comes again, as it was. */
    private static final int REPEATED_EVERY = 10;

    /** Beyond so many lines, those of so many lines before. */
    private static final int REPEATED_FROM = 3_000;

    /** Ten orders each: what is tried here is the import, not the making of profiles. */
    private static final int BUYERS = 550;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void noOrderIsLostOrDoubledByAKillInTheMiddle() throws IOException, InterruptedException {
        Path file = directory.resolve("orders.jsonl");
        Files.write(
                file, IntStream.range(0, LINES).mapToObj(KilledImportTest::line).toList());
        String data = directory.resolve("data").toString();

        try (ChildProcess killed = ChildProcess.start(KilledImport.class, directory, data, file.toString())) {
            killed.awaitOutput("well under way");
            killed.kill();
            assertThat(killed.output()).doesNotContain(", " + LINES);
        }
        try (ChildProcess again = ChildProcess.start(KilledImport.class, directory, data)) {
            assertThat(again.exitCode()).as(again.errors()).isZero();

            int broken = LINES / BROKEN_EVERY;
            long orders = IntStream.range(0, LINES)
                    .filter(number -> !isBroken(number))
                    .mapToObj(KilledImportTest::orderOf)
                    .distinct()
                    .count();
            assertThat(again.output().lines().filter(line -> !line.endsWith(".")))
                    .isEqualTo(List.of(
                            "accepted " + (LINES - broken),
                            "rejected " + broken,
                            "reported " + broken,
                            "orders " + orders,
                            "placed " + orders,
                            "paid " + orders,
                            "sales " + orders * 7_194,
                            "refused 0"));
        }
    }

    private static boolean isBroken(int number) {
        return number % BROKEN_EVERY == BROKEN_EVERY - 1;
    }

    private static String orderOf(int number) {
        boolean repeats = number % REPEATED_EVERY == 5 && number > REPEATED_FROM;
        return "O" + (repeats ? number - REPEATED_FROM : number);
    }

    private static String line(int number) {
        if (isBroken(number)) {
            return "{\"orderId\":\"O" + number + "\",\"status\":";
        }
        String order = orderOf(number);
        int placed = Integer.parseInt(order.substring(1));
        return """
            {"orderId":"%s","buyerId":"B%d","status":"PAID","orderedAt":"2020-03-%02dT08:%02d:00Z","modifiedAt":"2020-03-%02dT09:00:00Z","paidAt":"2020-03-%02dT08:59:00Z","currency":"CNY","payable":"71.94","paid":"71.94"}\
            """.formatted(order, placed % BUYERS, 1 + placed % 28, placed % 60, 1 + placed % 28, 1 + placed % 28);
    }
}
