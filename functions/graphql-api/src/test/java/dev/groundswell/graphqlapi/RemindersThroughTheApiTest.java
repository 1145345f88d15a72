package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** It is noon in the store; its orders are of ten o'clock. */
final class RemindersThroughTheApiTest {

    private static final String SAVE = """
        mutation($input: SaveReminderTaskInput!) { saveReminderTask(input: $input) {
          task { id name active kind schedule { afterMinutes dailyAt at reminders } sendingHours { from until outside }
            amounts { from { amount } to { amount } } onlyItems perBuyer texts { ordinal email { subject } } revision }
          userErrors { field message code } } }
        """;

    private static final String DELETE = """
        mutation($input: DeleteReminderTaskInput!) { deleteReminderTask(input: $input) {
          deletedId userErrors { field code } } }
        """;

    private static final String PREVIEW = """
        mutation($input: PreviewReminderTaskInput!) { previewReminderTask(input: $input) {
          yesterday { sent dropped { reason count } sample { orderId at } isComplete } lastWeek { sent }
          userErrors { field code } } }
        """;

    private static final String REMIND = """
        mutation($input: RemindNowInput!) { remindNow(input: $input) {
          id outlook { reminders messagedToday sample { orderId at subject } } round { id at orders by }
          userErrors { field code } } }
        """;

    private final Api api = new Api();

    private static AnOrder order(String id) {
        return anOrder(id).by("B-" + id).placedAt("2026-06-18T02:00:00Z").of("Ann", null, id + "@example.com");
    }

    private static Map<String, Object> task(String kind, Map<String, Object> more) {
        var task = new HashMap<String, Object>(Map.of("name", "Pay", "kind", kind, "channel", "EMAIL"));
        task.putAll(more);
        return task;
    }

    private Reply call(String mutation, Map<String, Object> input) {
        return api.ask(mutation, Map.of("input", input));
    }

    private Reply save(String kind, Map<String, Object> more) {
        return call(SAVE, Map.of("task", task(kind, more)));
    }

    private static List<?> errorsOf(Reply reply, String mutation) {
        return (List<?>) Objects.requireNonNull(reply.data(mutation + ".userErrors"));
    }

    @Nested
    class A_task {

        @Test
        void is_saved_with_what_is_usual_for_its_kind() {
            var ordinary = save("ORDINARY", Map.of());
            var group = save("GROUP_DEAL", Map.of());

            assertThat(ordinary.data("saveReminderTask.task.schedule.afterMinutes"))
                    .isEqualTo(List.of(25));
            assertThat(group.data("saveReminderTask.task.schedule.afterMinutes"))
                    .isEqualTo(List.of(15));
            assertThat(ordinary.data("saveReminderTask.task.sendingHours")).isNull();
            assertThat((List<?>) ordinary.data("saveReminderTask.task.texts")).hasSize(2);
        }

        @Test
        void is_saved_as_it_is_told() {
            var reply = save(
                    "PRESALE_BALANCE",
                    Map.of(
                            "schedule",
                            Map.of("at", List.of("2026-06-20T20:00:00+08:00")),
                            "sendingHours",
                            Map.of("from", "08:00", "until", "22:00", "outside", "DROP"),
                            "amounts",
                            List.of(Map.of("from", "10", "to", "99.99")),
                            "onlyItems",
                            List.of("I2", "I1"),
                            "perBuyer",
                            3));

            assertThat(reply.data("saveReminderTask.task.schedule"))
                    .isEqualTo(Map.of(
                            "afterMinutes",
                            List.of(),
                            "dailyAt",
                            List.of(),
                            "at",
                            List.of("2026-06-20T20:00:00+08:00"),
                            "reminders",
                            1));
            assertThat(reply.data("saveReminderTask.task.sendingHours"))
                    .isEqualTo(Map.of("from", "08:00", "until", "22:00", "outside", "DROP"));
            assertThat(reply.data("saveReminderTask.task.amounts.0"))
                    .isEqualTo(Map.of("from", Map.of("amount", "10.00"), "to", Map.of("amount", "99.99")));
            assertThat(reply.data("saveReminderTask.task.onlyItems")).isEqualTo(List.of("I1", "I2"));
            assertThat(reply.data("saveReminderTask.task.perBuyer")).isEqualTo(3);
        }

        @Test
        void tells_all_that_cannot_be_read_with_its_path() {
            var reply = save(
                    "ORDINARY",
                    Map.of(
                            "schedule",
                            Map.of("afterMinutes", List.of(25), "dailyAt", List.of("10:00")),
                            "sendingHours",
                            Map.of("from", "8", "until", "22:00"),
                            "amounts",
                            List.of(Map.of("from", "-1")),
                            "onlyItems",
                            List.of("I1"),
                            "exceptItems",
                            List.of("I2"),
                            "texts",
                            List.of(Map.of("ordinal", 3))));

            assertThat(errorsOf(reply, "saveReminderTask"))
                    .extracting(error -> ((Map<?, ?>) error).get("field"))
                    .isEqualTo(List.of(
                            "task.schedule",
                            "task.sendingHours.from",
                            "task.amounts.0.from",
                            "task.exceptItems",
                            "task.texts.0.ordinal",
                            "task.texts.0"));
        }

        @Test
        void tells_what_makes_no_sense_with_its_path() {
            var reply = save("ORDINARY", Map.of("schedule", Map.of("afterMinutes", List.of(0)), "attributionDays", 31));

            assertThat(errorsOf(reply, "saveReminderTask"))
                    .extracting(error -> ((Map<?, ?>) error).get("field"))
                    .isEqualTo(List.of("task.schedule", "task.attributionDays"));
        }

        @Test
        void needs_to_be_told_when_a_balance_is_reminded_of() {
            assertThat(errorsOf(save("PRESALE_BALANCE", Map.of()), "saveReminderTask"))
                    .extracting(error -> ((Map<?, ?>) error).get("code"))
                    .isEqualTo(List.of("MISSING"));
        }

        @Test
        void that_somebody_else_changed_meanwhile_stays_as_it_is() {
            var id = String.valueOf(save("ORDINARY", Map.of()).data("saveReminderTask.task.id"));
            call(SAVE, Map.of("id", id, "revision", 1, "task", task("ORDINARY", Map.of("name", "Second"))));

            var reply = call(SAVE, Map.of("id", id, "revision", 1, "task", task("ORDINARY", Map.of("name", "Third"))));

            assertThat(reply.data("saveReminderTask.userErrors.0.field")).isEqualTo("revision");
            assertThat(reply.data("saveReminderTask.task.name")).isEqualTo("Second");
            assertThat(reply.data("saveReminderTask.task.revision")).isEqualTo(2);
        }

        @Test
        void is_gone_once_it_is_deleted() {
            var id = String.valueOf(save("ORDINARY", Map.of()).data("saveReminderTask.task.id"));

            assertThat(call(DELETE, Map.of("id", id)).data("deleteReminderTask.deletedId"))
                    .isEqualTo(id);
            assertThat(api.ask("{ reminderTasks { id } }").data("reminderTasks"))
                    .isEqualTo(List.of());
            assertThat(call(DELETE, Map.of("id", id)).data("deleteReminderTask.userErrors.0.code"))
                    .isEqualTo("NOT_FOUND");
        }

        @Test
        void is_not_saved_by_a_viewer() {
            var reply = api.answer(AnEvent.aPost(SAVE, Map.of("input", Map.of("task", task("ORDINARY", Map.of()))))
                    .as("demo", "viewer"));

            assertThat(reply.at("errors.0.extensions.code")).isEqualTo("FORBIDDEN");
            assertThat(api.reminderShelf.tasks.read(Api.DEMO.id()).tasks()).isEmpty();
        }
    }

    @Nested
    class A_preview {

        @Test
        void tells_whom_the_task_would_have_reminded_yesterday() {
            api.has(
                    Api.DEMO,
                    order("T1").placedAt("2026-06-17T02:00:00Z"),
                    anOrder("T2").placedAt("2026-06-17T02:00:00Z"));

            var reply = call(PREVIEW, Map.of("task", task("ORDINARY", Map.of())));

            assertThat(reply.data("previewReminderTask.yesterday"))
                    .isEqualTo(Map.of(
                            "sent",
                            1,
                            "dropped",
                            List.of(Map.of("reason", "NO_ADDRESS", "count", 1)),
                            "sample",
                            List.of(Map.of("orderId", "T1", "at", "2026-06-17T10:25:00+08:00")),
                            "isComplete",
                            true));
            assertThat(api.reminderShelf.tasks.read(Api.DEMO.id()).tasks()).isEmpty();
        }
    }

    @Nested
    class A_reminder_by_hand {

        private Reply remind(Map<String, Object> more) {
            var input = new HashMap<String, Object>(Map.of("task", task("ORDINARY", Map.of())));
            input.putAll(more);
            return call(REMIND, input);
        }

        @Test
        void is_asked_for_before_anything_is_sent() {
            api.has(Api.DEMO, order("T1"), order("T2").from(Origin.GROUP_DEAL));

            var reply = remind(Map.of());

            assertThat(reply.data("remindNow.outlook.reminders")).isEqualTo(1);
            assertThat(reply.data("remindNow.outlook.sample.0.orderId")).isEqualTo("T1");
            assertThat(reply.data("remindNow.round")).isNull();
            assertThat(api.reminderShelf.wakeUps.all(Api.DEMO.id())).isEmpty();
        }

        @Test
        void is_done_by_the_id_of_the_answer() {
            api.has(Api.DEMO, order("T1"));
            var id = String.valueOf(remind(Map.of()).data("remindNow.id"));

            var done = remind(Map.of("id", id));
            remind(Map.of("id", id));

            assertThat(done.data("remindNow.round.orders")).isEqualTo(1);
            assertThat(api.reminderShelf.wakeUps.all(Api.DEMO.id())).hasSize(1);
            assertThat((List<?>) api.ask("{ reminderRounds { id } }").data("reminderRounds"))
                    .hasSize(1);
        }

        @Test
        void may_go_at_an_instant_to_come() {
            api.has(Api.DEMO, order("T1"), order("T2").placedAt("2026-06-18T03:00:00Z"));
            var input = Map.<String, Object>of(
                    "at",
                    "2026-06-21T11:00:00+08:00",
                    "filter",
                    Map.of("orderedFrom", "2026-06-18T10:00:00+08:00", "orderedTo", "2026-06-18T11:00:00+08:00"));

            var reply = remind(input);

            assertThat(reply.data("remindNow.outlook.reminders")).isEqualTo(1);
            assertThat(reply.data("remindNow.outlook.sample.0.at")).isEqualTo("2026-06-21T11:00:00+08:00");
        }

        @Test
        void is_refused_where_it_cannot_be_meant() {
            assertThat(remind(Map.of("at", "2026-06-18T11:00:00+08:00")).data("remindNow.userErrors.0.field"))
                    .isEqualTo("at");
            assertThat(remind(Map.of(
                                    "at",
                                    "2026-06-21T11:00:00+08:00",
                                    "filter",
                                    Map.of("orderedTo", "2026-06-19T00:00:00+08:00")))
                            .data("remindNow.userErrors.0.field"))
                    .isEqualTo("filter.orderedTo");
            assertThat(remind(Map.of("filter", Map.of("flags", List.of(6)))).data("remindNow.userErrors.0.field"))
                    .isEqualTo("filter.flags");
        }
    }

    @Nested
    class The_story_of_an_order {

        @Test
        void is_told_in_sentences() {
            api.has(Api.DEMO, order("T1").placedAt("2026-06-18T03:50:00Z"));
            save("ORDINARY", Map.of());

            var reply = api.ask("{ explainOrder(id: \"T1\") { next history { at text } tasks { applies why } } }");

            assertThat(reply.data("explainOrder.next")).isEqualTo("Reminder 1 of 'Pay' is due on 2026-06-18 12:15.");
            assertThat((String) reply.data("explainOrder.history.0.text")).startsWith("It was placed");
            assertThat(reply.data("explainOrder.tasks.0"))
                    .isEqualTo(Map.of("applies", true, "why", "It is for the order."));
        }

        @Test
        void is_none_of_an_order_that_is_not_there() {
            assertThat(api.ask("{ explainOrder(id: \"T9\") { next } }").data("explainOrder"))
                    .isNull();
            assertThat(api.ask("{ explainOrder(id: \"\") { next } }").data("explainOrder"))
                    .isNull();
        }
    }
}
