package dev.groundswell.core.message.pace;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a worker, a function's instance, calls itself, alone in the world. It is made when it is first asked for: instances that
 * are restored from one snapshot would else have one name, and take each other's leases and counts for their own.
 */
public final class WorkerName {

    private final RandomGenerator random;
    private @Nullable String name;

    public WorkerName(RandomGenerator random) {
        this.random = random;
    }

    public synchronized String get() {
        if (name == null) {
            name = Long.toHexString(random.nextLong());
        }
        return name;
    }
}
