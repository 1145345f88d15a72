package dev.groundswell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those that send through the whole template: their figures, for few messages. */
class SendingBenchesTest {

    private final RunBenches benches = new RunBenches();

    @Test
    void of_send_system() {
        var figures = benches.figuresOf("send-system", "--customers", "60", "--channel", "EMAIL");

        assertThat(figures)
                .containsKeys("messagesPerSecond", "requestsPerMessage", "writeUnitsPerMessage", "unknown")
                .containsEntry("doubled", 0)
                .containsEntry("lost", 0)
                .containsEntry("unexplained", 0);
    }

    @Test
    void of_send_faults() {
        var figures = benches.figuresOf("send-faults", "--customers", "100", "--kill-every", "20000");

        assertThat(figures)
                .containsKeys("unknown", "kills")
                .containsEntry("doubled", 0)
                .containsEntry("lost", 0)
                .containsEntry("unexplained", 0)
                .containsEntry("unlisted", 0);
    }

    @Test
    void of_failover() {
        var figures = benches.figuresOf("failover", "--customers", "120", "--fails-after", "0");

        assertThat(figures)
                .containsKeys("turnedAway", "longestPause", "used")
                .containsEntry("doubled", 0)
                .containsEntry("lost", 0)
                .containsEntry("unexplained", 0)
                .containsEntry("unknown", 0);
    }

    @Test
    void of_reminders() {
        var figures = benches.figuresOf("reminders", "--reminders", "60", "--warm-up", "20", "--threads", "2");

        assertThat(figures)
                .containsKeys("remindersPerSecond", "countedPerSecond", "barePutsPerSecond", "ratioToBarePuts")
                .containsKeys("requestsPerReminder", "writeUnitsPerReminder", "idleSweepReadUnits")
                .containsEntry("reminders", 60)
                .containsEntry("doubled", 0);
    }

    @Test
    void of_reminders_replay(@TempDir Path folder) throws IOException {
        var stream = Files.write(
                folder.resolve("changes.jsonl"),
                List.of(
                        change("never", "2020-02-01T10:00:30Z", "2020-02-01T10:00:30Z", "AWAITING_PAYMENT"),
                        change("soon", "2020-02-01T10:01:00Z", "2020-02-01T10:01:00Z", "AWAITING_PAYMENT"),
                        change("late", "2020-02-01T10:02:00Z", "2020-02-01T10:02:00Z", "AWAITING_PAYMENT"),
                        change("soon", "2020-02-01T10:01:00Z", "2020-02-01T10:11:00Z", "PAID"),
                        change("late", "2020-02-01T10:02:00Z", "2020-02-01T10:42:00Z", "PAID")));

        var figures = benches.figuresOf("reminders-replay", "--file", stream.toString());

        assertThat(figures)
                .containsEntry("changes", 5)
                .containsEntry("sent", 2)
                .containsEntry("arrived", 2)
                .containsEntry("doubled", 0)
                .containsEntry("outOfWindow", 0)
                .containsEntry("sentAfterPayment", 0);
    }

    private static String change(String order, String orderedAt, String modifiedAt, String status) {
        return """
            {"orderId":"%s","buyerId":"B-%s","status":"%s","orderedAt":"%s","modifiedAt":"%s",%s"currency":"CNY",\
            "payable":"71.94","buyer":{"phone":"+8613500000%03d"},\
            "items":[{"itemId":"I1","quantity":1,"price":"71.94"}]}\
            """.formatted(
                        order,
                        order,
                        status,
                        orderedAt,
                        modifiedAt,
                        status.equals("PAID") ? "\"paid\":\"71.94\",\"paidAt\":\"" + modifiedAt + "\"," : "",
                        Math.floorMod(order.hashCode(), 1000));
    }
}
