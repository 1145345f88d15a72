package dev.groundswell.local.function;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Where functions' lines and errors are printed, each line behind the function's name. */
public final class Console {

    /** Enough to see where it came from; a stack trace has its cause near the top. */
    private static final int STACK_LINES = 12;

    private final PrintStream out;
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    public Console(PrintStream out) {
        this.out = out;
    }

    /** One line of a function's own log. */
    public void log(String function, String message) {
        out.println("[" + function + "] " + message.strip());
    }

    /** A function's error: with its stack the first time, in one line each time it comes again. */
    void error(String function, String requestId, Throwable error) {
        String text = error.toString();
        int times = seen.merge(function + text, 1, Integer::sum);
        if (times == 1) {
            out.println("[" + function + "] ERROR " + text + " (request " + requestId + ")" + stack(error));
        } else {
            out.println("[" + function + "] ERROR again (" + times + "): " + text + " (request " + requestId + ")");
        }
    }

    private static String stack(Throwable error) {
        var lines = new StringBuilder(trace(error));
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            lines.append("\n    caused by ").append(cause).append(trace(cause));
        }
        return lines.toString();
    }

    private static String trace(Throwable error) {
        return Arrays.stream(error.getStackTrace())
                .limit(STACK_LINES)
                .map(element -> "\n        at " + element)
                .collect(Collectors.joining());
    }
}
