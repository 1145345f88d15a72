package dev.groundswell.graphqlapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReminderResultsThroughTheApiTest {

    private final Api api = new Api();

    @BeforeEach
    void remindedOrders() {
        api.reminderShelf.hasOneOfEachKind(Api.DEMO, "first wave");
        ReminderShelf.wasPaidAfter(api, Api.DEMO);
    }

    private Reply results(String from, String to, String selection) {
        return api.ask("{ reminderTasks { results(from: \"" + from + "\", to: \"" + to + "\") " + selection + " } }");
    }

    @Test
    void ofATaskAreToldInAllAndByDay() {
        var reply = results(
                "2026-06-17",
                "2026-06-18",
                "{ total { due sent paidAfter recovered { amount } cost { amount } return dropped { reason count } }"
                        + " days { date figures { delivered } } }");

        assertThat(reply.data("reminderTasks.0.results"))
                .isEqualTo(Map.of(
                        "total",
                        Map.of(
                                "due",
                                8,
                                "sent",
                                4,
                                "paidAfter",
                                1,
                                "recovered",
                                Map.of("amount", "71.94"),
                                "cost",
                                Map.of("amount", "0.25"),
                                "return",
                                "293.63",
                                "dropped",
                                List.of(Map.of("reason", "ONCE_A_DAY", "count", 2))),
                        "days",
                        List.of(Map.of("date", "2026-06-17", "figures", Map.of("delivered", 3)))));
    }

    @Test
    void ofATaskThatRemindedNobodyHaveNoDayAndNoReturn() {
        var reply = results("2026-06-18", "2026-06-18", "{ total { due return } days { date } }");

        assertThat(reply.data("reminderTasks.0.results.total.due")).isEqualTo(0);
        assertThat(reply.data("reminderTasks.0.results.total.return")).isNull();
        assertThat(reply.data("reminderTasks.0.results.days")).isEqualTo(List.of());
    }

    @Test
    void areOfAtLeastOneDayAndOfAYearAtMost() {
        assertThat(results("2026-06-18", "2026-06-17", "{ total { due } }").at("errors.0.message"))
                .asString()
                .contains("'to' must not be earlier");
        assertThat(results("2025-06-15", "2026-06-17", "{ total { due } }").at("errors.0.message"))
                .asString()
                .contains("more than 367 days");
    }
}
