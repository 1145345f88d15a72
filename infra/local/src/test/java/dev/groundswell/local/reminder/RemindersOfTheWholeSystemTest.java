package dev.groundswell.local.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.metrics.ReminderCounterTable;
import dev.groundswell.cloud.reminder.ReminderTaskTable;
import dev.groundswell.cloud.wallet.WalletTable;
import dev.groundswell.core.metrics.ReminderCounts;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.StoreCalendar;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.function.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.jr.ob.JSON;

/**
 * An order in by the queue; its buyer is reminded by the simulator, follows the payment link and pays: through every function as
 * wired, to what its task's results say.
 */
class RemindersOfTheWholeSystemTest {

    private static final StoreId STORE = new StoreId(LocalSystem.STORE);
    private static final StoreCalendar CALENDAR = new StoreCalendar(ZoneId.of("Asia/Shanghai"));
    private static final String PAYMENT_PAGE = "https://shop.example/pay/T1";
    private static final Pattern LINK = Pattern.compile("https?://\\S+/l/[A-Za-z0-9]{10}");

    /** Of the demo's providers, for one part. */
    private static final long COST = 4_500;

    @Test
    @Timeout(300)
    void aReminderItsClickAndThePaymentAfterItAreResultsOfItsTask() throws Exception {
        try (var system = LocalSystem.start(LocalOptions.inMemory())) {
            system.simulator().tell("sms-one", Map.of("percentUndelivered", 0));
            system.simulator().tell("sms-two", Map.of("percentUndelivered", 0));
            var now = system.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            wallets(system).recharge(STORE, "first", 100_000, "tester", now);
            var task = aTask(now);
            tasks(system).save(STORE, new TaskBook(1, List.of(task)));
            var orderedAt = now.minus(Duration.ofMinutes(2));
            sendOrder(system, order("AWAITING_PAYMENT", orderedAt, orderedAt));
            system.awaitDrained();

            assertThat(system.invoke("ReminderSweep", bytes("{}"))).isInstanceOf(Outcome.Answer.class);
            awaitResults(system, task, new ReminderCounts(1, 1, 0, 0, Map.of(), 0, 0, 0, 0, COST));

            followLink(linkIn(system));
            sendOrder(system, order("PAID", orderedAt, system.clock().instant()));
            awaitResults(system, task, new ReminderCounts(1, 1, 0, 0, Map.of(), 1, 1, 7_194, 0, COST));

            assertThat(rebuilt(system)).containsEntry("equal", true);
        }
    }

    private static ReminderTask aTask(Instant now) {
        return ATask.after(1)
                .madeAt(now.minus(Duration.ofHours(1)).toString())
                .saying(ATask.text("{{order_id}}: {{payment_link}} "))
                .build();
    }

    /** Until the provider's report, the click and the payment have come through. */
    private static void awaitResults(LocalSystem system, ReminderTask task, ReminderCounts expected)
            throws InterruptedException {
        var counters = new ReminderCounterTable(system.clients().dynamoDb(), variable(system, "METRICS_TABLE"));
        var today = CALENDAR.dayOf(system.clock().instant());
        var id = task.id().value();
        while (!counters.ofTask(STORE, id, today.minusDays(1), today).containsValue(expected)) {
            Thread.sleep(100);
        }
    }

    private static URI linkIn(LocalSystem system) {
        var text =
                Objects.toString(system.simulator().outbox().latest().getFirst().get("text"));
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return URI.create(link.group());
    }

    /** As a phone's browser does. */
    private static void followLink(URI link) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(link)
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 15) Mobile")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.headers().firstValue("location")).contains(PAYMENT_PAGE);
        }
    }

    private static String order(String status, Instant orderedAt, Instant modifiedAt) {
        var paidAt = status.equals("PAID") ? "\"paidAt\":\"" + modifiedAt + "\"," : "";
        return String.format(Locale.ROOT, """
            {"orderId":"T1","buyerId":"B1","status":"%s","currency":"CNY","payable":"71.94","orderedAt":"%s",%s
             "modifiedAt":"%s","paymentUrl":"%s","buyer":{"name":"Ann","phone":"+8613800100000"}}\
            """, status, orderedAt, paidAt, modifiedAt, PAYMENT_PAGE);
    }

    private static void sendOrder(LocalSystem system, String change) {
        var url = system.template().queue("OrderChanges").orElseThrow().url();
        system.clients().sqs().sendMessage(send -> send.queueUrl(url).messageBody(change));
    }

    private static Map<String, Object> rebuilt(LocalSystem system) {
        var outcome = system.invoke("OrderRebuild", bytes("{\"store\":\"" + STORE + "\"}"));
        assertThat(outcome).isInstanceOf(Outcome.Answer.class);
        return JSON.std.mapFrom(((Outcome.Answer) outcome).bytes());
    }

    private static ReminderTaskTable tasks(LocalSystem system) {
        return new ReminderTaskTable(system.clients().dynamoDb(), variable(system, "REMINDERS_TABLE"));
    }

    private static WalletTable wallets(LocalSystem system) {
        return new WalletTable(system.clients().dynamoDb(), variable(system, "WALLETS_TABLE"), new Random(4));
    }

    private static String variable(LocalSystem system, String name) {
        return system.template().variable(name).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
