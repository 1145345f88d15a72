package dev.groundswell.bench.history;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The most heap that was in use right after a collection: what is really held, without the garbage that a collector leaves
 * lying because there is room. It looks after each of the process's collections, and asks for some.
 */
final class PeakHeap implements AutoCloseable {

    private static final int LOOK_EVERY_MILLIS = 20;
    private static final int COLLECT_EVERY_LOOKS = 25;

    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(pool -> pool.getCollectionUsage() != null)
            .toList();

    private final Thread looking = Thread.ofPlatform().daemon().start(this::look);
    private volatile long peak;

    private void look() {
        try {
            for (var looks = 0; ; looks++) {
                if (looks % COLLECT_EVERY_LOOKS == 0) {
                    System.gc();
                    peak = Math.max(peak, usedAfterCollection());
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static long usedAfterCollection() {
        return POOLS.stream()
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /** In bytes, so far. */
    long bytes() {
        return peak;
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
