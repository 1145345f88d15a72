package dev.groundswell.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.local.http.HttpFront.PortTakenException;
import dev.groundswell.local.script.Pipeline;
import dev.groundswell.local.script.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StreamMappingTest {

    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final Pipeline pipeline = new Pipeline();

    StreamMappingTest() throws PortTakenException {}

    @AfterEach
    void stop() {
        pipeline.close();
    }

    private static List<String> items(int count) {
        return IntStream.range(0, count).mapToObj(i -> "item%03d".formatted(i)).toList();
    }

    @Test
    void changesComeInOrderAndInBatches() {
        var sizes = Collections.synchronizedList(new ArrayList<Integer>());
        Script.write("projection", (event, _) -> {
            handled.addAll(Pipeline.keys(event));
            sizes.add(Pipeline.keys(event).size());
            return "";
        });
        items(50).forEach(pipeline::put);
        pipeline.system().awaitDrained();

        assertThat(handled).containsExactlyElementsOf(items(50));
        assertThat(sizes).allMatch(size -> size <= 8);
    }

    @Test
    void whatTheFilterDoesNotNameIsPassedOver() {
        Script.write("projection", (event, _) -> {
            handled.addAll(Pipeline.keys(event));
            return "";
        });
        pipeline.put("other");
        pipeline.put("item");
        pipeline.system().awaitDrained();

        assertThat(handled).containsExactly("item");
    }

    @Test
    void whatIsHeldWaitsAndComesInOrderOnceReleased() {
        Script.write("projection", (event, _) -> {
            handled.addAll(Pipeline.keys(event));
            return "";
        });
        items(10).forEach(pipeline::put);
        pipeline.system().awaitDrained();
        pipeline.system().holdStreams();
        items(30).subList(10, 30).forEach(pipeline::put);
        pipeline.system().awaitDrained();
        assertThat(handled).containsExactlyElementsOf(items(10));

        pipeline.system().releaseStreams();
        pipeline.system().awaitDrained();
        assertThat(handled).containsExactlyElementsOf(items(30));
    }

    @Nested
    class WhenARecordIsReportedAsFailed {

        @Test
        void theBatchGoesOnFromThere() {
            Script.write("projection", (event, _) -> {
                List<String> keys = Pipeline.keys(event);
                if (keys.contains("item004") && !handled.contains("failed once")) {
                    handled.addAll(keys.subList(0, keys.indexOf("item004")));
                    handled.add("failed once");
                    return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + Pipeline.sequenceNumber(event, "item004")
                            + "\"}]}";
                }
                handled.addAll(keys);
                return "";
            });
            items(20).forEach(pipeline::put);
            pipeline.system().awaitDrained();

            assertThat(handled)
                    .containsOnlyOnce("failed once")
                    .filteredOn(each -> each.startsWith("item"))
                    .containsExactlyElementsOf(items(20));
        }
    }

    @Nested
    class WhenOneRecordAlwaysThrows {

        @Test
        void bisectingFindsItTheRestIsHandledInOrderAndItsPlaceIsNoted() {
            Script.write("projection", (event, _) -> {
                if (Pipeline.keys(event).contains("item005")) {
                    throw new IllegalStateException("item005 is poison");
                }
                handled.addAll(Pipeline.keys(event));
                return "";
            });
            items(16).forEach(pipeline::put);
            pipeline.system().awaitDrained();

            assertThat(handled)
                    .containsExactlyElementsOf(items(16).stream()
                            .filter(each -> !each.equals("item005"))
                            .toList());
            assertThat(pipeline.bodiesIn("StreamDead"))
                    .singleElement()
                    .asString()
                    .contains("RetryAttemptsExhausted", "\"batchSize\":1", "\"approximateInvokeCount\":3");
        }
    }
}
