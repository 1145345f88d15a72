package dev.groundswell.bench.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** A file of order changes, one a line, written line by line. */
final class GeneratedFile {

    private static final Instant FIRST = Instant.parse("2019-01-01T00:00:00Z");

    /** One line in so many is wrong, since a file of a store's own always has some. */
    private static final int BAD_EVERY = 1_000;

    private GeneratedFile() {}

    static void write(Path file, long lines) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (var number = 1L; number <= lines; number++) {
                out.write(line(number));
                out.write('\n');
            }
        }
    }

    static long badLines(long lines) {
        return lines / BAD_EVERY;
    }

    private static String line(long number) {
        var at = FIRST.plusSeconds(number * 30);
        var buyer = number * 7_919 % 500_009;
        return String.format(
                Locale.ROOT,
                "{\"%s\":\"%d\",\"buyerId\":\"buyer-%d\",\"status\":\"PAID\",\"orderedAt\":\"%s\",\"paidAt\":\"%s\","
                        + "\"modifiedAt\":\"%s\",\"currency\":\"CNY\",\"payable\":\"%d.50\",\"paid\":\"%d.50\","
                        + "\"origin\":[\"MOBILE\"],\"region\":{\"province\":\"四川\",\"city\":\"成都\"},"
                        + "\"items\":[{\"itemId\":\"%d\",\"title\":\"春茶 %d 克\",\"quantity\":1,\"price\":\"%d.50\"}]}",
                number % BAD_EVERY == 0 ? "order" : "orderId",
                407_790_526_756_527_104L + number,
                buyer,
                at,
                at.plusSeconds(8),
                at.plusSeconds(8),
                number % 500,
                number % 500,
                number % 997,
                number % 997,
                number % 500);
    }
}
