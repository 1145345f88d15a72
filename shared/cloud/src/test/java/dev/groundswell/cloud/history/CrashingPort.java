package dev.groundswell.cloud.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Ports of a worker that dies at one of its writes: before it, or after it so that nobody learns that it happened. */
final class CrashingPort {

    private static final Set<String> WRITES = Set.of(
            "claim", "renew", "checkpoint", "end", "settle", "release", "wake", "send", "keep", "assemble", "stage");

    /** No crash. */
    private static final int NEVER = -1;

    private final int crashAt;
    private final boolean afterTheWrite;
    private final String crashAtEvery;
    private int writes;

    CrashingPort(int crashAt, boolean afterTheWrite) {
        this(crashAt, afterTheWrite, "");
    }

    private CrashingPort(int crashAt, boolean afterTheWrite, String crashAtEvery) {
        this.crashAt = crashAt;
        this.afterTheWrite = afterTheWrite;
        this.crashAtEvery = crashAtEvery;
    }

    static CrashingPort never() {
        return new CrashingPort(NEVER, false);
    }

    /** At every write of that name. */
    static CrashingPort atEvery(String write) {
        return new CrashingPort(NEVER, false, write);
    }

    /** As if the process had ended here. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    int writes() {
        return writes;
    }

    <T> T around(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call(port, method, arguments)));
    }

    private Object call(Object port, Method method, Object[] arguments) throws Throwable {
        var isDue = WRITES.contains(method.getName()) && writes++ == crashAt;
        var crashes = isDue || method.getName().equals(crashAtEvery);
        if (crashes && !afterTheWrite) {
            throw new Crash();
        }
        try {
            var result = method.invoke(port, arguments);
            if (crashes) {
                throw new Crash();
            }
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
