package dev.groundswell.local.event;

import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.template.EventSource.Schedule;
import dev.groundswell.local.template.LocalNames;
import dev.groundswell.local.template.TemplateException;
import dev.groundswell.local.time.LocalClock;
import dev.groundswell.local.time.ScheduleExpression;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * Fires the template's schedules by the local clock: on their own thread while the clock ticks, or one by one for a
 * replay that makes the clock jump.
 */
public final class Schedules implements AutoCloseable {

    /** The clock may be set meanwhile, so no wait is longer. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final List<Rule> rules = new ArrayList<>();
    private final Functions functions;
    private final LocalClock clock;
    private final AtomicLong fired = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Thread worker;
    private boolean held;
    private boolean firing;
    private Instant after;
    private volatile boolean closed;

    private record Rule(LocalFunction function, Schedule schedule, ScheduleExpression expression) {}

    public Schedules(Functions functions, LocalClock clock) {
        this.functions = functions;
        this.clock = clock;
        this.after = clock.instant();
        functions.all().forEach(this::add);
    }

    private void add(LocalFunction function) {
        for (Schedule schedule : function.resource().events(Schedule.class)) {
            String where = function.resource().id() + ".Events." + schedule.name();
            try {
                rules.add(new Rule(function, schedule, ScheduleExpression.parse(schedule.expression())));
            } catch (IllegalArgumentException e) {
                throw new TemplateException(
                        where + ": the local run cannot honour this schedule: " + e.getMessage(), e);
            }
        }
    }

    public void start() {
        worker = Thread.ofVirtual().name("schedules").start(this::work);
    }

    /** How many schedules have fired. */
    public long fired() {
        return fired.get();
    }

    /** When the next schedule after the last firing is due; empty if the template has none. */
    public Optional<Instant> next() {
        Instant from = lastFired();
        return rules.stream().map(rule -> rule.expression().firstAfter(from)).min(Instant::compareTo);
    }

    /** Fires everything that is due at exactly this instant, one after another. */
    public void fire(Instant due) {
        Instant from = lastFired();
        for (Rule rule : rules) {
            if (rule.expression().firstAfter(from).equals(due)) {
                fired.incrementAndGet();
                functions.invoke(rule.function(), event(rule, due));
            }
        }
        setLastFired(due);
    }

    /** Stops firing by itself, waits for a firing under way, and counts from {@code from} on. */
    public void hold(Instant from) {
        lock.lock();
        try {
            held = true;
            while (firing) {
                changed.await();
            }
            after = from;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Fires by itself again, whatever is due after {@code from}. */
    public void release(Instant from) {
        lock.lock();
        try {
            held = false;
            after = from;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        while (!closed) {
            Optional<Instant> next = next();
            Optional<Instant> due = next.filter(instant -> !instant.isAfter(clock.instant()));
            if (due.isPresent() && beginFiring()) {
                try {
                    fire(due.get());
                } finally {
                    endFiring();
                }
            } else {
                await(due.isPresent() ? LONGEST_WAIT : until(next));
            }
        }
    }

    private boolean beginFiring() {
        lock.lock();
        try {
            firing = !held;
            return firing;
        } finally {
            lock.unlock();
        }
    }

    private void endFiring() {
        lock.lock();
        try {
            firing = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Duration until(Optional<Instant> next) {
        return next.map(clock::wallTimeUntil)
                .filter(duration -> duration.compareTo(LONGEST_WAIT) < 0)
                .orElse(LONGEST_WAIT);
    }

    /** What is due while all is held waits until it is released, which signals. */
    @SuppressWarnings("WaitNotInLoop") // The caller loops; a spurious wake-up only looks once more.
    private void await(Duration wait) {
        lock.lock();
        try {
            boolean _ = changed.await(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private Instant lastFired() {
        lock.lock();
        try {
            return after;
        } finally {
            lock.unlock();
        }
    }

    private void setLastFired(Instant instant) {
        lock.lock();
        try {
            after = instant;
        } finally {
            lock.unlock();
        }
    }

    /** EventBridge's own event, unless the schedule brings its input. */
    private static byte[] event(Rule rule, Instant due) {
        String json = rule.schedule().input().orElseGet(() -> JSON.std.asString(ownEvent(rule, due)));
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> ownEvent(Rule rule, Instant due) {
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Scheduled Event");
        event.put("source", "aws.events");
        event.put("account", LocalNames.ACCOUNT);
        event.put("time", due.truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", LocalNames.REGION);
        event.put(
                "resources",
                List.of(LocalNames.ruleArn(
                        rule.function().resource().id() + rule.schedule().name())));
        event.put("detail", Map.of());
        return event;
    }

    @Override
    public void close() {
        closed = true;
        if (worker != null) {
            worker.interrupt();
        }
    }
}
