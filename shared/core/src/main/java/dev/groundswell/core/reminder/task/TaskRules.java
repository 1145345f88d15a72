package dev.groundswell.core.reminder.task;

import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.AudienceFigures;
import dev.groundswell.core.message.text.CheckMessage;
import dev.groundswell.core.message.text.MessageQuestion;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.MessageTemplate;
import dev.groundswell.core.message.text.Problem;
import dev.groundswell.core.message.text.Problem.Severity;
import dev.groundswell.core.message.text.TemplateReading;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.task.OrderConditions.AmountRange;
import dev.groundswell.core.reminder.task.SaveReminderTask.Field;
import dev.groundswell.core.reminder.task.SaveReminderTask.Misfit;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.core.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is right of a task's settings, each thing by itself. */
public final class TaskRules {

    private static final int FLAGS = 5;

    private final Store store;
    private final MessageSettings messages;
    private final TaskSettings wanted;
    private final List<Misfit> misfits = new ArrayList<>();

    private TaskRules(Store store, MessageSettings messages, TaskSettings wanted) {
        this.store = store;
        this.messages = messages;
        this.wanted = wanted;
    }

    /** Empty if all is right. */
    public static List<Misfit> misfits(Store store, MessageSettings messages, TaskSettings wanted) {
        var rules = new TaskRules(store, messages, wanted);
        rules.checkName();
        rules.checkSchedule();
        rules.checkDates();
        rules.checkConditions();
        rules.checkLimits();
        rules.checkPatience();
        rules.checkTexts();
        return rules.misfits;
    }

    /** What is wrong with a store's tasks together. */
    static List<Misfit> misfits(TaskBook book) {
        if (book.tasks().size() > TaskBook.MAX_TASKS) {
            return List.of(new Misfit(Field.TASKS, "A store has at most " + TaskBook.MAX_TASKS + " reminder tasks."));
        }
        var bytes = book.tasks().stream().mapToLong(TaskRules::bytes).sum();
        return bytes > TaskLimits.MAX_BYTES
                ? List.of(new Misfit(
                        Field.TASKS,
                        "All reminder tasks of a store have " + TaskLimits.MAX_BYTES
                                + " bytes of texts and items at most."))
                : List.of();
    }

    private static long bytes(ReminderTask task) {
        var items = switch (task.conditions().items()) {
            case ItemChoice.All _ -> Stream.<String>empty();
            case ItemChoice.Only(var some) -> some.stream();
            case ItemChoice.AllBut(var some) -> some.stream();
        };
        var texts = task.texts().texts().stream().flatMap(text -> switch (text.wording()) {
            case Wording.Sms(var sms) -> Stream.of(sms);
            case Wording.Mail(var subject, var html, var plain) -> Stream.of(subject, html, plain);
        });
        return Stream.concat(items, texts)
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private void check(boolean isRight, Field field, String message) {
        if (!isRight) {
            misfits.add(new Misfit(field, message));
        }
    }

    private void checkName() {
        check(
                !wanted.name().isBlank() && wanted.name().length() <= TaskLimits.MAX_NAME,
                Field.NAME,
                "A task's name has 1 to " + TaskLimits.MAX_NAME + " characters.");
    }

    // ---- when

    private void checkSchedule() {
        switch (wanted.schedule()) {
            case Schedule.After(var after) -> {
                check(isOnceOrTwice(after.size()), Field.SCHEDULE, "An order is reminded once or twice.");
                check(
                        after.stream().allMatch(TaskRules::isDelay),
                        Field.SCHEDULE,
                        "A reminder is due a minute to " + TaskLimits.MAX_DELAY.toDays() + " days after the order.");
                check(isGrowing(after), Field.SCHEDULE, "The second reminder comes later than the first.");
            }
            case Schedule.DailyAt(var times, var reminders) -> {
                check(isOnceOrTwice(reminders), Field.SCHEDULE, "An order is reminded once or twice.");
                check(
                        !times.isEmpty() && times.size() <= TaskLimits.MAX_TIMES_OF_DAY,
                        Field.SCHEDULE,
                        "A timed task has 1 to " + TaskLimits.MAX_TIMES_OF_DAY + " times of the day.");
                check(isGrowing(times), Field.SCHEDULE, "The times of the day stand in their order, each once.");
            }
            case Schedule.At(var at) -> {
                check(isOnceOrTwice(at.size()), Field.SCHEDULE, "An order is reminded once or twice.");
                check(isGrowing(at), Field.SCHEDULE, "The second reminder comes later than the first.");
            }
        }
    }

    private static boolean isOnceOrTwice(int reminders) {
        return reminders == 1 || reminders == 2;
    }

    private static boolean isDelay(Duration delay) {
        return delay.compareTo(TaskLimits.MIN_DELAY) >= 0 && delay.compareTo(TaskLimits.MAX_DELAY) <= 0;
    }

    private static <T extends Comparable<? super T>> boolean isGrowing(List<? extends T> values) {
        for (var i = 1; i < values.size(); i++) {
            if (values.get(i).compareTo(values.get(i - 1)) <= 0) {
                return false;
            }
        }
        return true;
    }

    private void checkDates() {
        var dates = wanted.dates();
        check(
                dates.from()
                        .flatMap(from -> dates.to().map(to -> !to.isBefore(from)))
                        .orElse(true),
                Field.DATES,
                "The last day is the first day or comes after it.");
    }

    /** What misses its hours waits for the next ones; with more patience than they are long, it might wait day by day for ever. */
    private void checkPatience() {
        var patience = wanted.patience();
        check(
                patience.compareTo(TaskLimits.MIN_DELAY) >= 0 && patience.compareTo(TaskLimits.MAX_PATIENCE) <= 0,
                Field.PATIENCE,
                "A reminder may be a minute to " + TaskLimits.MAX_PATIENCE.toHours() + " hours late.");
        check(
                patience.compareTo(length(wanted.hours().from(), wanted.hours().until())) <= 0,
                Field.PATIENCE,
                "A reminder may be no later than its sending hours are long.");
        check(
                wanted.attribution().compareTo(Duration.ZERO) > 0
                        && wanted.attribution().compareTo(TaskLimits.MAX_ATTRIBUTION) <= 0,
                Field.ATTRIBUTION,
                "Payments are attributed within up to " + TaskLimits.MAX_ATTRIBUTION.toDays() + " days.");
    }

    private static Duration length(LocalTime from, LocalTime until) {
        var length = Duration.between(from, until);
        return length.isPositive() ? length : length.plusDays(1);
    }

    // ---- which orders

    private void checkConditions() {
        var conditions = wanted.conditions();
        check(
                conditions.amounts().size() <= TaskLimits.MAX_AMOUNTS
                        && conditions.amounts().stream().allMatch(TaskRules::isRange),
                Field.AMOUNTS,
                "A task has at most " + TaskLimits.MAX_AMOUNTS
                        + " ranges of amounts, each from 0 or more to more than that.");
        check(
                conditions.blockedFlags().stream().allMatch(flag -> flag >= 1 && flag <= FLAGS),
                Field.FLAGS,
                "The seller's flags are 1 to " + FLAGS + ".");
        switch (conditions.items()) {
            case ItemChoice.All _ -> {}
            case ItemChoice.Only(var items) -> checkItems(items);
            case ItemChoice.AllBut(var items) -> checkItems(items);
        }
    }

    private static boolean isRange(AmountRange range) {
        return range.from() >= 0 && range.to().map(to -> to > range.from()).orElse(true);
    }

    private void checkItems(Set<String> items) {
        check(
                !items.isEmpty()
                        && items.size() <= TaskLimits.MAX_ITEMS
                        && items.stream().noneMatch(item -> item.isBlank() || item.length() > TaskLimits.MAX_ITEM_ID),
                Field.ITEMS,
                "A task names 1 to " + TaskLimits.MAX_ITEMS + " items, by ids of at most " + TaskLimits.MAX_ITEM_ID
                        + " characters.");
    }

    private void checkLimits() {
        var ofBuyer = wanted.limits().ofBuyer();
        check(
                ofBuyer.isEmpty() || (ofBuyer.getAsInt() >= 1 && ofBuyer.getAsInt() <= TaskLimits.MAX_OF_BUYER),
                Field.LIMITS,
                "A buyer gets at most 1 to " + TaskLimits.MAX_OF_BUYER + " reminders of a task.");
    }

    // ---- what they say

    private void checkTexts() {
        var texts = wanted.texts().texts();
        check(
                texts.size() <= TaskLimits.MAX_TEXTS,
                Field.TEXTS,
                "A task has at most " + TaskLimits.MAX_TEXTS + " texts.");
        for (var ordinal = 1; ordinal <= wanted.schedule().reminders(); ordinal++) {
            checkOrdinal(ordinal, texts);
        }
        texts.stream()
                .map(Text::wording)
                .map(this::problem)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(problem -> check(false, Field.TEXTS, problem));
    }

    private void checkOrdinal(int ordinal, Collection<Text> texts) {
        check(
                texts.stream().filter(text -> text.isFor(ordinal)).anyMatch(Text::isForAll),
                Field.TEXTS,
                "There is a text for reminder " + ordinal + " to all customers at all times.");
    }

    /** What is wrong with a text; of one that is not sent, as its task is switched off, only that it cannot be read. */
    private Optional<String> problem(Wording wording) {
        if (wording.channel() != wanted.texts().channel()) {
            return Optional.of("All texts of a task are for its channel.");
        }
        if (wording.isTooLarge()) {
            return Optional.of(Wording.LIMITS);
        }
        return wanted.active() ? firstError(wording) : unreadable(wording);
    }

    private Optional<String> firstError(Wording wording) {
        var question = new MessageQuestion(
                store,
                wording,
                MessageKind.NOTICE,
                messages,
                ReminderVariables.ALL,
                Optional.empty(),
                Optional.empty(),
                false,
                AudienceFigures.NONE);
        return new CheckMessage()
                .check(question).problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(Problem::message)
                        .findFirst();
    }

    private Optional<String> unreadable(Wording wording) {
        return MessageTemplate.read(wording, MessageKind.NOTICE, messages.frame())
                        instanceof TemplateReading.Refused(var errors)
                ? Optional.of(errors.getFirst().message())
                : Optional.empty();
    }
}
