package dev.groundswell.local.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Remembers which queues were sent to, so that a drain asks only those whether they are empty. */
public final class SentMessages implements ExecutionInterceptor {

    private final Map<String, Boolean> unchecked = new ConcurrentHashMap<>();

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.request()) {
            case SendMessageRequest send -> mark(send.queueUrl());
            case SendMessageBatchRequest send -> mark(send.queueUrl());
            default -> {}
        }
    }

    /** The queue may hold messages. */
    void mark(String queueUrl) {
        unchecked.put(queueUrl, true);
    }

    /** Whether the queue may hold messages; from now on it counts as looked at. */
    boolean take(String queueUrl) {
        return unchecked.remove(queueUrl) != null;
    }
}
