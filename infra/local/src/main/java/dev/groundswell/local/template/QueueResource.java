package dev.groundswell.local.template;

import java.time.Duration;
import java.util.Optional;

/** An SQS queue. */
public record QueueResource(
        String id,
        String name,
        String arn,
        String url,
        Duration visibilityTimeout,
        Duration retention,
        Duration delay,
        Optional<Redrive> redrive) {

    /** Messages received {@code maxReceiveCount} times without being deleted move to {@code deadLetterArn}. */
    public record Redrive(String deadLetterArn, int maxReceiveCount) {}
}
