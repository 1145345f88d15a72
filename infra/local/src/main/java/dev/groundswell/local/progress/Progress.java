package dev.groundswell.local.progress;

import java.io.Console;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** The progress of one piece of work, on standard error. What is done within two seconds shows nothing. */
public final class Progress implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final String task;
    private final String unit;
    private final long total;
    private final boolean terminal = isTerminal();
    private final long startedAt = System.nanoTime();
    private long shownAt = startedAt;
    private @Nullable ProgressBar bar;

    private Progress(String task, String unit, long total) {
        this.task = task;
        this.unit = unit;
        this.total = total;
    }

    public static Progress of(String task, String unit, long total) {
        return new Progress(task, unit, total);
    }

    /** So much is done. */
    public synchronized void at(long done) {
        long now = System.nanoTime();
        if (now - startedAt < QUIET.toNanos()) {
            return;
        }
        if (terminal) {
            bar().stepTo(done);
        } else if (now - shownAt >= (shownAt == startedAt ? QUIET : BETWEEN_LINES).toNanos()) {
            shownAt = now;
            System.err.printf("%s: %,d of %,d %s%n", task, done, total, unit);
        }
    }

    private ProgressBar bar() {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setUnit(" " + unit, 1)
                    .setInitialMax(total)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }
        return bar;
    }

    /** JDK 25 gives no console again where there is no terminal; JDK 22 to 24 give one that says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
