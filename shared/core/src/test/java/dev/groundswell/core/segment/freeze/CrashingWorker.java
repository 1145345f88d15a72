package dev.groundswell.core.segment.freeze;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * Ports of a worker to whom something happens at one of its writes: it dies, before the write or after it so that nobody
 * learns that it happened; or others do something meanwhile.
 */
public final class CrashingWorker {

    private static final Set<String> WRITES =
            Set.of("add", "keep", "elect", "finish", "fail", "wake", "claim", "request", "open", "abandon");

    private final int at;
    private final boolean afterTheWrite;
    private final Runnable event;
    private int writes;

    private CrashingWorker(int at, boolean afterTheWrite, Runnable event) {
        this.at = at;
        this.afterTheWrite = afterTheWrite;
        this.event = event;
    }

    /** To whom nothing happens. */
    public static CrashingWorker never() {
        return new CrashingWorker(-1, false, () -> {});
    }

    /** @param write from 0 */
    public static CrashingWorker at(int write, boolean afterTheWrite) {
        return new CrashingWorker(write, afterTheWrite, () -> {
            throw new Crash();
        });
    }

    /** Others do something before one of the writes. */
    public static CrashingWorker meeting(int write, Runnable others) {
        return new CrashingWorker(write, false, others);
    }

    /** As if the process had ended here. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    public int writes() {
        return writes;
    }

    public <T> T around(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call(port, method, arguments)));
    }

    private Object call(Object port, Method method, Object[] arguments) throws Throwable {
        var isDue = WRITES.contains(method.getName()) && writes++ == at;
        if (isDue && !afterTheWrite) {
            event.run();
        }
        try {
            var result = method.invoke(port, arguments);
            if (isDue && afterTheWrite) {
                event.run();
            }
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
