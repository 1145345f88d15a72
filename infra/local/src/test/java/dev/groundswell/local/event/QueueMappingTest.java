package dev.groundswell.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.local.http.HttpFront.PortTakenException;
import dev.groundswell.local.script.Pipeline;
import dev.groundswell.local.script.Script;
import dev.groundswell.local.script.ScriptedHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QueueMappingTest {

    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private Pipeline pipeline = new Pipeline();

    QueueMappingTest() throws PortTakenException {}

    @BeforeEach
    void rememberWhatIsHandled() {
        Script.write("worker", (event, _) -> {
            Pipeline.records(event).forEach(each -> handled.add(String.valueOf(each.get("body"))));
            return "";
        });
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void everyMessageIsHandedOverOnceAndDeleted() {
        pipeline.send("one", "two", "three");
        pipeline.system().awaitDrained();

        assertThat(handled).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(pipeline.system().queueDepth("OrderChanges")).isZero();
    }

    @Nested
    class WhenOneMessageOfABatchFails {

        @BeforeEach
        void failOnBad() {
            Script.write("worker", (event, _) -> {
                List<Map<?, ?>> records = Pipeline.records(event);
                records.forEach(each -> handled.add(String.valueOf(each.get("body"))));
                String failures = records.stream()
                        .filter(each -> "bad".equals(each.get("body")))
                        .map(each -> "{\"itemIdentifier\":\"" + each.get("messageId") + "\"}")
                        .reduce("", (one, two) -> two);
                return "{\"batchItemFailures\":[" + failures + "]}";
            });
        }

        @Test
        void onlyThatOneComesAgainAndEndsAsADeadLetter() {
            pipeline.send("good", "bad");
            pipeline.system().awaitDrained();

            assertThat(handled)
                    .containsOnlyOnce("good")
                    .filteredOn("bad"::equals)
                    .hasSize(2);
            assertThat(pipeline.bodiesIn("OrderChangesDead")).containsExactly("bad");
        }

        @Test
        void aDeadLetterThatIsSentBackIsHandled() {
            pipeline.send("bad");
            pipeline.system().awaitDrained();
            Script.write("worker", (_, _) -> {
                handled.add("mended");
                return "";
            });

            assertThat(pipeline.system().sendBackDeadLetters("OrderChangesDead"))
                    .contains(1);
            pipeline.system().awaitDrained();

            assertThat(handled).last().isEqualTo("mended");
            assertThat(pipeline.bodiesIn("OrderChangesDead")).isEmpty();
        }
    }

    @Nested
    class WhenTheFunctionAnswersNonsense {

        @Test
        void theWholeBatchIsTriedAgain() {
            Script.write("worker", (event, _) -> {
                Pipeline.records(event).forEach(each -> handled.add(String.valueOf(each.get("body"))));
                return "{\"batchItemFailures\":[{\"itemIdentifier\":\"nobody\"}]}";
            });
            pipeline.send("one");
            pipeline.system().awaitDrained();

            assertThat(handled).containsExactly("one", "one");
            assertThat(pipeline.bodiesIn("OrderChangesDead")).containsExactly("one");
        }
    }

    @Nested
    class WhenTheFunctionRunsOutOfTime {

        @Test
        void itIsInterruptedAndTheMessageComesAgain() {
            Script.write("worker", (event, _) -> {
                Pipeline.records(event).forEach(each -> handled.add(String.valueOf(each.get("body"))));
                if (handled.size() == 1) {
                    Thread.sleep(60_000);
                }
                return "";
            });
            pipeline.send("slow");
            pipeline.system().awaitDrained();

            assertThat(handled).containsExactly("slow", "slow");
        }
    }

    @Nested
    class WhenTheFunctionEndsWithAnErrorOfTheVirtualMachine {

        @Test
        void anotherInstanceTakesTheMessageAgain() {
            var instances = Collections.synchronizedList(new ArrayList<ScriptedHandler>());
            Script.write("worker", (_, handler) -> {
                instances.add(handler);
                if (instances.size() == 1) {
                    throw new InternalError("Killed.");
                }
                return "";
            });
            pipeline.send("one");
            pipeline.system().awaitDrained();

            assertThat(instances).hasSize(2).doesNotHaveDuplicates();
        }
    }
}
