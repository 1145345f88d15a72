package dev.groundswell.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What wakes a function. */
public sealed interface EventSource {

    /** The logical name under {@code Events}. */
    String name();

    /**
     * A route of the HTTP API.
     *
     * @param method     upper case, or {@code ANY}
     * @param path       with {@code {parameter}} and {@code {proxy+}} segments
     * @param authorizer the JWT authorizer that guards it; empty if it is open
     */
    record HttpRoute(String name, String method, String path, Optional<JwtAuthorizer> authorizer)
            implements EventSource {}

    /** Verifies the bearer token of a route. */
    record JwtAuthorizer(String name, String issuer, List<String> audience, List<String> scopes) {
        public JwtAuthorizer {
            audience = List.copyOf(audience);
            scopes = List.copyOf(scopes);
        }
    }

    /** A queue mapping: the function is invoked with batches of the queue's messages. */
    record QueueMessages(
            String name,
            String queueArn,
            int batchSize,
            Duration batchingWindow,
            boolean reportsItemFailures,
            OptionalInt maximumConcurrency,
            List<String> filters)
            implements EventSource {
        public QueueMessages {
            filters = List.copyOf(filters);
        }
    }

    /**
     * A stream mapping: the function is invoked with batches of the table's changes, in order.
     *
     * @param maximumRetries how often a failing batch is tried again; empty for without end
     * @param onFailureArn   the queue that hears of a batch that was given up
     */
    record StreamRecords(
            String name,
            String streamArn,
            String startingPosition,
            int batchSize,
            Duration batchingWindow,
            boolean reportsItemFailures,
            boolean bisectsOnError,
            OptionalInt maximumRetries,
            Optional<String> onFailureArn,
            List<String> filters)
            implements EventSource {
        public StreamRecords {
            filters = List.copyOf(filters);
        }
    }

    /**
     * A fixed rate or cron rule.
     *
     * @param expression {@code rate(...)} or {@code cron(...)}
     * @param input      the JSON handed over in place of the rule's own event
     */
    record Schedule(String name, String expression, Optional<String> input) implements EventSource {}
}
