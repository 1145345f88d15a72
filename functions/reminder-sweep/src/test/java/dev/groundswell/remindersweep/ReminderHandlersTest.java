package dev.groundswell.remindersweep;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.reminder.OrderReminderTable;
import dev.groundswell.cloud.reminder.ReminderTaskTable;
import dev.groundswell.cloud.reminder.WakeUpTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.jr.ob.JSON;

class ReminderHandlersTest {

    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    /** More than a page of a shard, in every shard. */
    private static final int MANY = 250 * WakeUps.SHARDS;

    private static final String MINUTE = "{\"source\":\"aws.scheduler\",\"detail\":\"{}\"}";

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private Instant now = Instant.parse("2020-02-01T04:00:00Z");
    private final Transactions transactions =
            new Transactions(aws.clients().dynamoDb(), Sleeper.system(), new Random(1));
    private final WakeUpTable wakeUps = new WakeUpTable(aws.clients().dynamoDb(), aws.table("Reminders"));
    private final TestContext context = new TestContext(Duration.ofMinutes(2));
    private final FunctionEnvironment environment = new FunctionEnvironment(
            Map.ofEntries(
                    Map.entry("STORES_TABLE", aws.table("Stores")),
                    Map.entry("ORDERS_TABLE", aws.table("Orders")),
                    Map.entry("REMINDERS_TABLE", aws.table("Reminders")),
                    Map.entry("REMINDER_STEPS_QUEUE", aws.queue("ReminderSteps")),
                    Map.entry("MESSAGES_TABLE", aws.table("Messages")),
                    Map.entry("CHANNELS_TABLE", aws.table("Channels")),
                    Map.entry("WALLETS_TABLE", aws.table("Wallets")),
                    Map.entry("LINKS_TABLE", aws.table("Links")),
                    Map.entry("SECRETS_PREFIX", "test"),
                    Map.entry("LINK_ORIGIN", "https://go.example.com")),
            () -> now,
            aws.clients());
    private final RequestStreamHandler sweep = new ReminderSweepHandler(environment, new Random(1));
    private final RequestStreamHandler send = new ReminderSendHandler(environment, new Random(2));

    @BeforeAll
    static void create() {
        aws.createTables("Stores", "Orders", "OrderBuyers", "Reminders", "Messages", "Channels", "Wallets", "Links");
        aws.createQueues("ReminderSteps");
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores")).save(STORE);
    }

    @BeforeEach
    void saveTask() {
        var tasks = new ReminderTaskTable(aws.clients().dynamoDb(), aws.table("Reminders"));
        var revision = tasks.read(STORE.id()).revision() + 1;
        tasks.save(STORE.id(), new TaskBook(revision, List.of(ATask.after(25).build())));
    }

    private void note(Order... orders) {
        new NoteOpenOrders(wakeUps, environment.time()).note(STORE.id(), List.of(orders));
    }

    private Order given(String id) {
        var order = anOrder(id).by("B-" + id).build();
        new OrderTable(aws.clients().dynamoDb(), aws.table("Orders"), aws.table("OrderBuyers"))
                .write(STORE.id(), order);
        note(order);
        return order;
    }

    private List<Reminder> reminders(Order order) {
        var key = new OrderPhase(order.buyer(), order.id(), Phase.PAYMENT);
        var found = new OrderReminderTable(
                        aws.clients().dynamoDb(), aws.table("Orders"), transactions, environment.time())
                .find(STORE.id(), List.of(key));
        return Optional.ofNullable(found.get(key))
                .map(OrderReminders::reminders)
                .orElse(List.of());
    }

    private long due() {
        return IntStream.range(0, WakeUps.SHARDS)
                .mapToLong(shard -> wakeUps.due(STORE.id(), shard, now, Optional.empty(), 10_000)
                        .wakeUps()
                        .size())
                .sum();
    }

    private String handle(RequestStreamHandler handler, String event) {
        return new String(context.call(handler, event), UTF_8);
    }

    private static String event(String body) {
        return JSON.std.asString(Map.of("Records", List.of(Map.of("messageId", "m1", "body", body))));
    }

    /** Hands over what is on the queue, until nothing is put there any more. */
    private void deliver() {
        for (var hints = received(); !hints.isEmpty(); hints = received()) {
            hints.forEach(hint -> assertThat(handle(send, event(hint.body()))).doesNotContain("m1"));
        }
    }

    private static List<Message> received() {
        var sqs = aws.clients().sqs();
        var some = sqs.receiveMessage(
                        receive -> receive.queueUrl(aws.queue("ReminderSteps")).maxNumberOfMessages(10))
                .messages();
        some.forEach(message -> sqs.deleteMessage(
                delete -> delete.queueUrl(aws.queue("ReminderSteps")).receiptHandle(message.receiptHandle())));
        return some;
    }

    @Test
    void anOrderIsLookedAtAgainWhenItsReminderIsDueAndWhatCannotBeSentIsSaid() {
        var order = given("T1");

        now = now.plus(Duration.ofMinutes(1));
        assertThat(handle(sweep, MINUTE)).isEqualTo("{\"swept\":1}");
        assertThat(reminders(order)).isEmpty();

        now = now.plus(Duration.ofMinutes(24));
        handle(sweep, MINUTE);

        assertThat(reminders(order))
                .singleElement()
                .satisfies(reminder ->
                        assertThat(reminder.fate()).isEqualTo(new Fate.Dropped(now, DropReason.NO_ADDRESS)));
        assertThat(due()).isZero();
    }

    @Test
    void moreThanAPageIsLeftToOthers() {
        note(IntStream.range(0, MANY)
                .mapToObj(number -> anOrder("M" + number).by("B" + number).build())
                .toArray(Order[]::new));
        now = now.plus(Duration.ofMinutes(1));

        handle(sweep, MINUTE);

        assertThat(due()).isPositive();
        deliver();
        assertThat(due()).isZero();
    }

    @Test
    void aMessageThatIsNoStepIsLeftForTheDeadLetters() {
        assertThat(handle(send, event("{\"store\":\"demo\",\"shard\":8}"))).contains("m1");
        assertThat(handle(send, event("{\"store\":\"nobody\",\"shard\":1}"))).contains("m1");
    }
}
