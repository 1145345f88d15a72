package dev.groundswell.bench.system;

import software.amazon.awssdk.services.sqs.SqsClient;

/** For functions that use no queue: every call fails. */
public final class UnusedQueues implements SqsClient {

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
