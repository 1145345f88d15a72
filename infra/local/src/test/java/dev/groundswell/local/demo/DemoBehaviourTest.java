package dev.groundswell.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.behaviour.BehaviourEventReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class DemoBehaviourTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private final List<String> events = events(NOW);

    private static List<String> events(Instant now) {
        var events = new ArrayList<String>();
        new DemoBehaviour(now, ZoneId.of("Asia/Shanghai")).forEach(events::add);
        return events;
    }

    private static List<Map<String, Object>> read(List<String> events) {
        return events.stream().map(JSON.std::mapFrom).toList();
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(events(NOW)).isEqualTo(events).hasSizeGreaterThan(1_000);
    }

    @Test
    void isReadByTheProduct() {
        var reader = new BehaviourEventReader();

        assertThat(read(events))
                .allSatisfy(
                        event -> assertThat(reader.read(event)).isInstanceOf(BehaviourEventReader.Outcome.Valid.class));
    }

    @Test
    void liesInTheWarmUpOfTheLatestGreatPromotion() {
        assertThat(read(events))
                .allSatisfy(event -> assertThat(Instant.parse(String.valueOf(event.get("at"))))
                        .isBetween(Instant.parse("2026-10-31T16:00:00Z"), Instant.parse("2026-11-10T16:00:00Z")));
        assertThat(read(events(Instant.parse("2026-06-17T15:59:00Z"))))
                .allSatisfy(event -> assertThat(String.valueOf(event.get("at"))).startsWith("2025-1"));
    }
}
