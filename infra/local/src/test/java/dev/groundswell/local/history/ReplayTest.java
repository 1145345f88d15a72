package dev.groundswell.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.local.history.HistoryFile.Change;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import dev.groundswell.local.script.Pipeline;
import dev.groundswell.local.script.Script;
import dev.groundswell.local.time.Speed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class ReplayTest {

    private static final Instant NOON = Instant.parse("2020-02-25T12:00:00Z");

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Pipeline pipeline = new Pipeline();

    ReplayTest() throws PortTakenException {}

    @BeforeEach
    void logWhatHappens() {
        // A change is put into the table by the worker and counts when the stream has brought it to the projection.
        Script.write("worker", (event, _) -> {
            Pipeline.records(event).forEach(each -> pipeline.put("item" + each.get("body")));
            return "";
        });
        Script.write("projection", (event, _) -> {
            log.addAll(Pipeline.keys(event).stream()
                    .map(key -> key.replace("item", ""))
                    .sorted()
                    .toList());
            return "";
        });
        Script.write("sweep", (event, handler) -> {
            Object due = JSON.std.mapFrom(event).get("time");
            log.add("sweep " + due);
            assertThat(handler.environment().time().instant()).isAfterOrEqualTo(Instant.parse(String.valueOf(due)));
            return "";
        });
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    private static List<Change> changes(String... secondsAfterNoon) {
        return Stream.of(secondsAfterNoon)
                .map(second -> new Change(NOON.plusSeconds(Long.parseLong(second.strip())), second.strip()))
                .toList();
    }

    @Test
    void everyScheduleBetweenTwoChangesFiresAfterTheFirstIsThroughThePipeline() {
        new Replay(pipeline.system(), new Speed.Max()).run(changes("10", "130"));

        assertThat(log).containsExactly("10", "sweep 2020-02-25T12:01:00Z", "sweep 2020-02-25T12:02:00Z", "130");
    }

    @Test
    void changesOfAnInstantComeBeforeItsSchedules() {
        new Replay(pipeline.system(), new Speed.Max()).run(changes("0", "60"));

        assertThat(log).containsExactly("0", "sweep 2020-02-25T12:00:00Z", "60", "sweep 2020-02-25T12:01:00Z");
    }

    @Test
    void theRulesHoldWhileTheClockRuns() {
        new Replay(pipeline.system(), new Speed.Times(600)).run(changes("30", "60", "90"));

        assertThat(log).containsSubsequence("30", "60", "sweep 2020-02-25T12:01:00Z", "90");
    }

    @Test
    void itTellsWhatHappenedAndLeavesTheClockAtTheEnd() {
        Replay.Done done = new Replay(pipeline.system(), new Speed.Max()).run(changes("10", "130"));

        assertThat(done.changes()).isEqualTo(2);
        assertThat(done.schedulesFired()).isEqualTo(2);
        assertThat(done.from()).isEqualTo(NOON.plusSeconds(10));
        assertThat(done.to()).isEqualTo(NOON.plusSeconds(130));
        assertThat(pipeline.system().clock().instant())
                .isBetween(done.to(), done.to().plusSeconds(3600));
    }
}
