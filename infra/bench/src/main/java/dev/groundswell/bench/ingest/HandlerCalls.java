package dev.groundswell.bench.ingest;

import dev.groundswell.bench.capacity.Usage;
import dev.groundswell.bench.event.LambdaEvents;
import dev.groundswell.bench.event.LambdaEvents.OrderKey;
import dev.groundswell.bench.order.OrderChanges;
import dev.groundswell.bench.order.OrderItems;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.local.function.Console;
import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.function.Outcome;
import dev.groundswell.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * The two handlers called in turn with the bytes of events, without queue and stream: as much as one batch of the queue
 * holds, then the stream records of the orders in it. So each handler's own share of requests, units and CPU shows.
 */
public final class HandlerCalls {

    private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

    private final LocalFunction ingest;
    private final LocalFunction projection;

    /** @param clients what the handlers call */
    public HandlerCalls(Template template, AwsClients clients) {
        this.ingest = function(template, "OrderIngest", clients);
        this.projection = function(template, "OrderProjection", clients);
    }

    /** What is invoked first and what after it. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    public record Step(byte[] queueEvent, byte[] streamEvent) {}

    /** What each handler used. */
    record Shares(Usage ingest, Usage projection) {

        Usage total() {
            return ingest.plus(projection);
        }
    }

    /** The steps that a stream of changes makes. */
    public static List<Step> steps(OrderChanges changes, int changesPerMessage, int messagesPerEvent) {
        var messages = changes.messages(changesPerMessage);
        var items = OrderItems.of(changes);
        var steps = new ArrayList<Step>();
        for (var from = 0; from < messages.size(); from += messagesPerEvent) {
            var to = Math.min(messages.size(), from + messagesPerEvent);
            var keys = new LinkedHashSet<OrderKey>();
            items.subList(from * changesPerMessage, Math.min(items.size(), to * changesPerMessage)).stream()
                    .map(Item::new)
                    .forEach(item -> keys.add(new OrderKey(item.text("pk"), item.text("sk"))));
            steps.add(new Step(LambdaEvents.queue(messages.subList(from, to)), LambdaEvents.stream(List.copyOf(keys))));
        }
        return steps;
    }

    /** Makes all steps. */
    public void run(List<Step> steps) {
        run(steps, () -> Usage.NONE);
    }

    /** Makes all steps; {@code counter} is read before and after each call. */
    Shares run(List<Step> steps, Supplier<Usage> counter) {
        var ingested = Usage.NONE;
        var projected = Usage.NONE;
        for (var step : steps) {
            var before = counter.get();
            invoke(ingest, step.queueEvent());
            var between = counter.get();
            invoke(projection, step.streamEvent());
            ingested = ingested.plus(between.minus(before));
            projected = projected.plus(counter.get().minus(between));
        }
        return new Shares(ingested, projected);
    }

    private static void invoke(LocalFunction function, byte[] event) {
        var answer = switch (function.invoke(event)) {
            case Outcome.Answer(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case Outcome.Failure failure -> failure.message();
        };
        if (!answer.equals(NO_FAILURES)) {
            throw new IllegalStateException(function.resource().id() + " did not do all its work: " + answer);
        }
    }

    private static LocalFunction function(Template template, String id, AwsClients clients) {
        return new LocalFunction(
                template.function(id).orElseThrow(),
                new FunctionEnvironment(template.environment(id), InstantSource.system(), clients),
                new Console(System.err));
    }
}
