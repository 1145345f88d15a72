package dev.groundswell.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.bench.system.FreshTables;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class FirstEventsTest {

    @Test
    void each_function_of_the_template_has_one_that_differs_each_time() {
        try (var tables = FreshTables.open()) {
            var events = FirstEvents.prepare(tables);

            assertThat(tables.template().functions()).isNotEmpty().allSatisfy(function -> {
                assertThat(JSON.std.mapFrom(events.of(function.id(), 0))).isNotEmpty();
                assertThat(FirstEvents.expectedIn(function.id())).isNotEmpty();
            });
            assertThat(events.of("OrderIngest", 0)).isNotEqualTo(events.of("OrderIngest", 1));
        }
    }
}
