package dev.groundswell.local.event;

import java.util.List;

/**
 * Knows when nothing is left to do: every mapped queue is empty, every mapped stream is read to its end, no function
 * runs, and none began while we looked. Batching windows are cut short meanwhile.
 */
public final class Drain {

    private final Activity activity;
    private final List<QueueMapping> queues;
    private final List<StreamMapping> streams;

    public Drain(Activity activity, List<QueueMapping> queues, List<StreamMapping> streams) {
        this.activity = activity;
        this.queues = List.copyOf(queues);
        this.streams = List.copyOf(streams);
    }

    /** Waits until all is done. A message that failed is waited for until it succeeds or is a dead letter. */
    public void await() {
        await(queues);
    }

    /** The same, but for one queue: a watchdog's message may lie there for minutes, long after the work is done. */
    public void awaitAllBut(String queueId) {
        await(queues.stream()
                .filter(mapping -> !mapping.queue().id().equals(queueId))
                .toList());
    }

    private void await(List<QueueMapping> waitedFor) {
        activity.beginDrain();
        try {
            long before;
            do {
                before = activity.started();
                waitedFor.forEach(QueueMapping::awaitEmpty);
                streams.forEach(StreamMapping::awaitIdle);
            } while (!Thread.currentThread().isInterrupted() && (activity.started() != before || !activity.isQuiet()));
        } finally {
            activity.endDrain();
        }
    }
}
