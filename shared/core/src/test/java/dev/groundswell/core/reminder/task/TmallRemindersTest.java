package dev.groundswell.core.reminder.task;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A month of a real shop's orders, each looked at as often as the judge says. The numbers were found by another program, which
 * knows no judge.
 */
class TmallRemindersTest {

    private static final Path STREAM = Path.of(
            System.getProperty("groundswell.root", "."), "../shared/data/tmall-orders-2020-02/order-changes.jsonl");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

    /** Each order's snapshots by the time from which it is so. */
    private static final Map<String, NavigableMap<Instant, Order>> STORIES = new TreeMap<>();

    private static Instant end = Instant.MIN;

    private record Sent(Order order, int ordinal, Instant at) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Map<DropReason, Integer> dropped = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        assumeThat(STREAM).as("the shop's orders").exists();
        try (var lines = Files.lines(STREAM)) {
            lines.map(TmallRemindersTest::order).forEach(order -> {
                var modifiedAt = order.times().modifiedAt();
                STORIES.computeIfAbsent(order.id().value(), _ -> new TreeMap<>())
                        .put(modifiedAt, order);
                end = modifiedAt.isAfter(end) ? modifiedAt : end;
            });
        }
    }

    private static Order order(String line) {
        var fields = new HashMap<String, String>();
        var matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        var order = anOrder(fields.get("orderId"))
                .by(fields.get("buyerId"))
                .placedAt(instant(fields.get("orderedAt")))
                .closingAt(instant(fields.get("closesAt")).toString());
        if (fields.containsKey("paidAt")) {
            order.paidAt(instant(fields.get("paidAt")));
        }
        return order.with(OrderStatus.valueOf(fields.get("status")))
                .modifiedAt(instant(fields.get("modifiedAt")))
                .build();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Instant nextMinute(Instant instant) {
        var minute = instant.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    }

    private void remind(ReminderTask task) {
        var judge = new TaskJudge(List.of(task), SHANGHAI);
        STORIES.values().forEach(story -> follow(story, judge));
    }

    /** Each order has a buyer of its own in this stream, so that each can be followed by itself. */
    private void follow(NavigableMap<Instant, Order> story, Judge judge) {
        var first = story.firstEntry().getValue();
        var known = OrderReminders.none(first.buyer(), first.id(), Phase.PAYMENT);
        var days = new HashSet<LocalDate>();
        for (var now = nextMinute(first.times().orderedAt().plus(NoteOpenOrders.FIRST_LOOK)); !now.isAfter(end); ) {
            var order = story.floorEntry(now).getValue();
            switch (judge.judge(order, BuyerFacts.UNKNOWN, known, now)) {
                case Judgement.Settled _, Judgement.Dormant _ -> {
                    return;
                }
                case Judgement.Later(var _, var _, var due) -> now = nextMinute(due);
                case Judgement.Now(var task, var ordinal, var due) -> {
                    known = known.with(noted(ordinal, due, now));
                    if (task.limits().onceADay() && !days.add(LocalDate.ofInstant(now, SHANGHAI))) {
                        dropped.merge(DropReason.ONCE_A_DAY, 1, Integer::sum);
                    } else {
                        sent.add(new Sent(order, ordinal, now));
                    }
                }
                case Judgement.Drop(var _, var ordinal, var due, var reason) -> {
                    known = known.with(noted(ordinal, due, now));
                    dropped.merge(reason, 1, Integer::sum);
                }
            }
        }
    }

    private static Reminder noted(int ordinal, Instant due, Instant now) {
        return new Reminder(ordinal, "a task", due, new Fate.Dropped(now, DropReason.TOO_LATE));
    }

    private long sent(int ordinal) {
        return sent.stream().filter(each -> each.ordinal() == ordinal).count();
    }

    @Test
    void anOrdinaryTaskRemindsOfAllThatAreUnpaidAtTheNextMinute() {
        remind(ATask.after(25).build());

        assertThat(sent).hasSize(4_407).allSatisfy(each -> {
            assertThat(each.order().isOpen()).isTrue();
            assertThat(Duration.between(each.order().times().orderedAt(), each.at()))
                    .isBetween(Duration.ofMinutes(25), Duration.ofMinutes(26));
        });
        assertThat(dropped).isEmpty();
    }

    @Test
    void sendingHoursMoveRemindersAndABuyerGetsOneADay() {
        remind(ATask.after(25, 120).within("08:00", "22:00").onceADay().build());

        assertThat(sent(1)).isEqualTo(4_350);
        assertThat(sent(2)).isEqualTo(512);
        assertThat(dropped).isEqualTo(Map.of(DropReason.ONCE_A_DAY, 3_643));
    }
}
