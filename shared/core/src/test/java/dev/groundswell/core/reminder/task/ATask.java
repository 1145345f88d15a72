package dev.groundswell.core.reminder.task;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.task.OrderConditions.AmountRange;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.reminder.task.ReminderTask.Dates;
import dev.groundswell.core.reminder.task.ReminderTask.Hours;
import dev.groundswell.core.reminder.task.ReminderTask.Limits;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.core.time.TimedId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Reminder tasks for tests, put together a word at a time: {@code ATask.after(25).within("08:00", "22:00").build()}. */
public final class ATask {

    private final Schedule schedule;
    private int number = 1;
    private String name = "Pay up";
    private boolean active = true;
    private OrderKind kind = OrderKind.ORDINARY;
    private Hours hours = Hours.ALL_DAY;
    private Dates dates = Dates.ALWAYS;
    private final List<AmountRange> amounts = new ArrayList<>();
    private final Set<Integer> flags = new HashSet<>();
    private ItemChoice items = new ItemChoice.All();
    private Optional<CustomerAge> customers = Optional.empty();
    private Limits limits = Limits.NONE;
    private boolean unlessPaidSince;
    private Channel channel = Channel.SMS;
    private List<Text> texts = List.of(text("Order {{order_id}} waits for {{amount}}"));
    private Duration patience = ReminderTask.USUAL_PATIENCE;
    private Instant effectiveFrom = Instant.EPOCH;

    private ATask(Schedule schedule) {
        this.schedule = schedule;
    }

    /** Real time: one reminder for each. */
    public static ATask after(int... minutes) {
        return new ATask(new Schedule.After(
                IntStream.of(minutes).mapToObj(Duration::ofMinutes).toList()));
    }

    /** Timed: one reminder. */
    public static ATask daily(String... times) {
        return daily(1, times);
    }

    public static ATask daily(int reminders, String... times) {
        return new ATask(
                new Schedule.DailyAt(Arrays.stream(times).map(LocalTime::parse).toList(), reminders));
    }

    /** One reminder for each of these instants of the store. */
    public static ATask at(String... storeTimes) {
        return new ATask(new Schedule.At(
                Arrays.stream(storeTimes).map(LocalDateTime::parse).toList()));
    }

    /** A text for all. */
    public static Text text(String sms) {
        return new Text(Optional.empty(), Optional.empty(), Optional.empty(), new Wording.Sms(sms));
    }

    /** One with a greater number is younger, of those made at the same time. */
    public ATask numbered(int newNumber) {
        number = newNumber;
        return this;
    }

    public ATask named(String newName) {
        name = newName;
        return this;
    }

    public ATask switchedOff() {
        active = false;
        return this;
    }

    public ATask of(OrderKind newKind) {
        kind = newKind;
        return this;
    }

    /** What is due at other times waits. */
    public ATask within(String from, String until) {
        hours = new Hours(LocalTime.parse(from), LocalTime.parse(until), Outside.WAIT);
        return this;
    }

    /** What is due at other times is dropped. */
    public ATask onlyWithin(String from, String until) {
        hours = new Hours(LocalTime.parse(from), LocalTime.parse(until), Outside.DROP);
        return this;
    }

    public ATask placedOn(String from, String to) {
        return placedOn(new Dates(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to))));
    }

    public ATask placedOn(Dates newDates) {
        dates = newDates;
        return this;
    }

    public ATask costing(long from, long to) {
        amounts.add(new AmountRange(from, Optional.of(to)));
        return this;
    }

    public ATask costing(long from) {
        amounts.add(new AmountRange(from, Optional.empty()));
        return this;
    }

    public ATask leavingFlag(int flag) {
        flags.add(flag);
        return this;
    }

    public ATask withItems(String... itemIds) {
        items = new ItemChoice.Only(Set.of(itemIds));
        return this;
    }

    public ATask withoutItems(String... itemIds) {
        items = new ItemChoice.AllBut(Set.of(itemIds));
        return this;
    }

    public ATask to(CustomerAge age) {
        customers = Optional.of(age);
        return this;
    }

    public ATask onceADay() {
        limits = new Limits(true, limits.ofBuyer());
        return this;
    }

    public ATask atMostForBuyer(int reminders) {
        limits = new Limits(limits.onceADay(), OptionalInt.of(reminders));
        return this;
    }

    public ATask unlessPaidSince() {
        unlessPaidSince = true;
        return this;
    }

    public ATask saying(Text... newTexts) {
        texts = List.of(newTexts);
        channel = texts.getFirst().wording().channel();
        return this;
    }

    public ATask patientFor(Duration newPatience) {
        patience = newPatience;
        return this;
    }

    public ATask madeAt(String instant) {
        effectiveFrom = Instant.parse(instant);
        return this;
    }

    /** Without any text of its own. */
    public ATask sayingNothing(Channel newChannel) {
        texts = List.of();
        channel = newChannel;
        return this;
    }

    public TaskSettings settings() {
        return TaskSettings.of(build());
    }

    public ReminderTask build() {
        return new ReminderTask(
                new TaskId(TimedId.of(effectiveFrom, number)),
                name,
                active,
                kind,
                schedule,
                hours,
                dates,
                new OrderConditions(amounts, flags, items, customers),
                limits,
                unlessPaidSince,
                new TaskTexts(channel, texts),
                patience,
                Duration.ofDays(3),
                effectiveFrom);
    }
}
