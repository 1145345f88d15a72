package dev.groundswell.core.reminder.task;

import dev.groundswell.core.reminder.task.Scene.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two days of a small store. */
public final class RandomScenes {

    private static final Instant START = Instant.parse("2020-02-01T00:00:00Z");
    private static final int[] GAPS = {1, 1, 1, 2, 3, 5, 8, 13, 30, 150};
    private static final int HALF_MINUTES_OF_A_DAY = 2 * 24 * 60;

    private final Random random;

    public RandomScenes(long seed) {
        this.random = new Random(seed);
    }

    public Scene next() {
        var buyers = random.nextInt(1, 4);
        var purchases = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> purchase(number, buyers))
                .toList();
        var before = tasks(1);
        var after = random.nextBoolean() ? before : tasks(random.nextInt(1, 4));
        return new Scene(purchases, before, after, moment(2), sweeps());
    }

    private Instant moment(int days) {
        return START.plusSeconds(30L * random.nextInt(days * HALF_MINUTES_OF_A_DAY));
    }

    private Purchase purchase(int number, int buyers) {
        var placedAt = moment(1);
        return new Purchase(
                "T" + number,
                "B" + random.nextInt(buyers),
                placedAt,
                paidAt(placedAt),
                random.nextInt(4) == 0,
                "i" + random.nextInt(3),
                random.nextInt(3));
    }

    private @Nullable Instant paidAt(Instant placedAt) {
        return random.nextBoolean() ? null : placedAt.plusSeconds(30L * random.nextInt(1, HALF_MINUTES_OF_A_DAY / 2));
    }

    private List<ReminderTask> tasks(int firstNumber) {
        return IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(each -> task(firstNumber + each))
                .toList();
    }

    private ReminderTask task(int number) {
        var task = schedule().numbered(number).patientFor(Duration.ofMinutes(random.nextInt(1, 300)));
        restrict(task);
        hours(task);
        return task.build();
    }

    private ATask schedule() {
        return switch (random.nextInt(4)) {
            case 0 -> ATask.daily(1 + random.nextInt(2), "09:00", "12:30", "23:00");
            case 1 -> ATask.at(storeTime(1), storeTime(2));
            case 2 -> ATask.after(random.nextInt(1, 300));
            default -> ATask.after(random.nextInt(1, 60), random.nextInt(60, 900));
        };
    }

    private String storeTime(int day) {
        return LocalDateTime.of(LocalDate.of(2020, 2, day), minute()).toString();
    }

    private LocalTime minute() {
        return LocalTime.MIN.plusMinutes(random.nextInt(24 * 60));
    }

    private void restrict(ATask task) {
        Stream.<Runnable>of(
                        () -> task.withItems("i0", "i1"),
                        () -> task.withoutItems("i0"),
                        () -> task.leavingFlag(2),
                        () -> task.placedOn("2020-02-01", "2020-02-01"),
                        task::switchedOff,
                        () -> task.of(OrderKind.GROUP_DEAL),
                        () -> task.madeAt(moment(2).toString()))
                .filter(_ -> random.nextInt(8) == 0)
                .forEach(Runnable::run);
        Stream.<Runnable>of(task::onceADay, () -> task.atMostForBuyer(1 + random.nextInt(2)), task::unlessPaidSince)
                .filter(_ -> random.nextInt(3) == 0)
                .forEach(Runnable::run);
    }

    private void hours(ATask task) {
        switch (random.nextInt(3)) {
            case 0 -> task.within(minute().toString(), minute().toString());
            case 1 -> task.onlyWithin(minute().toString(), minute().toString());
            default -> task.within("00:00", "00:00");
        }
    }

    private List<Instant> sweeps() {
        var sweeps = new ArrayList<Instant>();
        for (var now = START; now.isBefore(START.plus(Duration.ofDays(2))); ) {
            sweeps.add(now);
            now = now.plus(Duration.ofMinutes(GAPS[random.nextInt(GAPS.length)]));
        }
        return sweeps;
    }
}
