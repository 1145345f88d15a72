package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.reminder.task.ItemChoice;
import dev.groundswell.core.reminder.task.OrderConditions;
import dev.groundswell.core.reminder.task.OrderConditions.AmountRange;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.reminder.task.OrderKind;
import dev.groundswell.core.reminder.task.ReminderTask.Dates;
import dev.groundswell.core.reminder.task.ReminderTask.Hours;
import dev.groundswell.core.reminder.task.ReminderTask.Limits;
import dev.groundswell.core.reminder.task.SaveReminderTask;
import dev.groundswell.core.reminder.task.Schedule;
import dev.groundswell.core.reminder.task.TaskSettings;
import dev.groundswell.core.reminder.task.TaskTexts;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.core.reminder.task.TaskTexts.TimeOfDay;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.UserError;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a reminder task's settings. What they mean is judged when they are saved; here, whether they can be read. */
final class TaskInput {

    private static final String PATH = "task";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String TO = "to";
    private static final String ONLY = "onlyItems";
    private static final String EXCEPT = "exceptItems";
    private static final String PER_BUYER = "perBuyer";

    /** The reminders that an order gets. */
    private static final Set<Integer> ORDINALS = Set.of(1, 2);

    /** Where something happens at one instant, which is told apart from the settings. */
    private static final Schedule ANY = new Schedule.After(List.of(Schedule.USUAL_DELAY));

    private final Store store;
    private final Map<String, Object> task;
    private final List<UserError> errors = new ArrayList<>();

    /** @param input of a mutation, with the settings in its field {@code task} */
    TaskInput(Store store, Input input) {
        this.store = store;
        this.task = input.object(PATH).orElseThrow();
    }

    /** Empty until {@link #read}; after it, empty if there are settings. */
    List<UserError> errors() {
        return errors;
    }

    Optional<TaskSettings> read() {
        var kind = OrderKind.valueOf((String) given(task, "kind"));
        var schedule = schedule(kind);
        var hours = hours();
        var conditions = conditions();
        var texts = texts();
        return errors.isEmpty()
                ? Optional.of(settings(kind, schedule.orElseThrow(), hours, conditions, texts))
                : Optional.empty();
    }

    /** As {@link #read}, of what happens at one instant, whatever schedule is written. */
    Optional<TaskSettings> readWithoutSchedule() {
        var kind = OrderKind.valueOf((String) given(task, "kind"));
        var hours = hours();
        var conditions = conditions();
        var texts = texts();
        return errors.isEmpty() ? Optional.of(settings(kind, ANY, hours, conditions, texts)) : Optional.empty();
    }

    private TaskSettings settings(
            OrderKind kind, Schedule schedule, Hours hours, OrderConditions conditions, List<Text> texts) {
        return new TaskSettings(
                (String) given(task, "name"),
                is("active", true),
                kind,
                schedule,
                hours,
                new Dates(day("orderedFrom"), day("orderedTo")),
                conditions,
                new Limits(is("onceADay", false), perBuyer()),
                is("unlessPaidSince", false),
                new TaskTexts(channel(), texts),
                Duration.ofMinutes(number("patienceMinutes")),
                Duration.ofDays(number("attributionDays")));
    }

    private Optional<LocalDate> day(String field) {
        return Optional.ofNullable((LocalDate) task.get(field));
    }

    private OptionalInt perBuyer() {
        return task.get(PER_BUYER) instanceof Integer limit ? OptionalInt.of(limit) : OptionalInt.empty();
    }

    private Channel channel() {
        return task.get("channel") instanceof String channel ? Channel.valueOf(channel) : Channel.SMS;
    }

    // ---- when

    private Optional<Schedule> schedule(OrderKind kind) {
        var written = object(task, "schedule");
        return written.isPresent() ? schedule(written.get()) : usual(kind);
    }

    private Optional<Schedule> usual(OrderKind kind) {
        var usual = Schedule.usual(kind);
        if (usual.isEmpty()) {
            errors.add(new UserError(
                    PATH + ".schedule",
                    "Say when to remind of a presale's balance: at which instants, best.",
                    UserErrorCode.MISSING));
        }
        return usual;
    }

    private Optional<Schedule> schedule(Map<String, Object> written) {
        var after = TaskInput.<Integer>listed(written, "afterMinutes").stream()
                .map(Duration::ofMinutes)
                .toList();
        var daily = times(listed(written, "dailyAt"));
        var at = TaskInput.<Instant>listed(written, "at").stream()
                .map(instant -> LocalDateTime.ofInstant(instant, store.zone()))
                .toList();
        var given = Stream.of(after, daily, at).filter(list -> !list.isEmpty()).count();
        if (given != 1) {
            refuse("schedule", "Give one of 'afterMinutes', 'dailyAt' and 'at', and only one.");
            return Optional.empty();
        }
        if (!at.isEmpty()) {
            return Optional.of(new Schedule.At(at));
        }
        return Optional.of(
                after.isEmpty()
                        ? new Schedule.DailyAt(daily, written.get("reminders") instanceof Integer number ? number : 1)
                        : new Schedule.After(after));
    }

    private List<LocalTime> times(List<String> written) {
        return indexed(written, (time, index) -> time(time, "schedule.dailyAt." + index));
    }

    private Hours hours() {
        return object(task, "sendingHours").flatMap(this::hours).orElse(Hours.ALL_DAY);
    }

    private Optional<Hours> hours(Map<String, Object> written) {
        return between(written, "sendingHours").map(time -> new Hours(time.from(), time.until(), outside(written)));
    }

    private static Outside outside(Map<String, Object> written) {
        return written.get("outside") instanceof String outside ? Outside.valueOf(outside) : Outside.WAIT;
    }

    private Optional<TimeOfDay> between(Map<String, Object> written, String path) {
        var from = time((String) given(written, FROM), path + "." + FROM);
        var until = time((String) given(written, UNTIL), path + "." + UNTIL);
        return from.isEmpty() || until.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeOfDay(from.get(), until.get()));
    }

    private Optional<LocalTime> time(String written, String path) {
        try {
            return Optional.of(LocalTime.parse(written));
        } catch (DateTimeException notATime) {
            refuse(path, "A time of day is written like 08:00.");
            return Optional.empty();
        }
    }

    // ---- which orders

    private OrderConditions conditions() {
        return new OrderConditions(
                indexed(
                        this.<Map<String, Object>>listed("amounts"),
                        (range, index) -> range(range, "amounts." + index)),
                new HashSet<>(this.<Integer>listed("blockedFlags")),
                items(),
                task.get("customers") instanceof String age ? Optional.of(CustomerAge.valueOf(age)) : Optional.empty());
    }

    private ItemChoice items() {
        var isOnly = task.get(ONLY) != null;
        var isExcept = task.get(EXCEPT) != null;
        if (isOnly && isExcept) {
            refuse(EXCEPT, "Give 'onlyItems' or 'exceptItems', not both.");
        }
        if (isOnly) {
            return new ItemChoice.Only(new HashSet<>(this.<String>listed(ONLY)));
        }
        return isExcept ? new ItemChoice.AllBut(new HashSet<>(this.<String>listed(EXCEPT))) : new ItemChoice.All();
    }

    private Optional<AmountRange> range(Map<String, Object> range, String path) {
        var from = amount((BigDecimal) given(range, FROM), path + "." + FROM);
        var to = range.get(TO) instanceof BigDecimal end ? amount(end, path + "." + TO) : Optional.<Long>empty();
        return from.map(amount -> new AmountRange(amount, to));
    }

    private Optional<Long> amount(BigDecimal written, String path) {
        var money = Money.parse(written.toPlainString(), store.currency());
        if (money.isEmpty()) {
            refuse(path, "An amount is nothing or more, and no finer than the currency.");
        }
        return money.map(Money::minorUnits);
    }

    // ---- what is said

    private List<Text> texts() {
        return indexed(this.<Map<String, Object>>listed("texts"), (text, index) -> text(text, "texts." + index));
    }

    private Optional<Text> text(Map<String, Object> text, String path) {
        if (text.get("ordinal") instanceof Integer ordinal && !ORDINALS.contains(ordinal)) {
            refuse(path + ".ordinal", "An order has a first and a second reminder.");
        }
        if ((text.get(FROM) == null) != (text.get(UNTIL) == null)) {
            refuse(path + "." + UNTIL, "Give 'from' and 'until' together.");
            return Optional.empty();
        }
        var hours = text.get(FROM) == null ? Optional.<TimeOfDay>empty() : between(text, path);
        var wording = wording(text);
        if (wording.isEmpty()) {
            refuse(path, "Give the text as 'sms' or as 'email': one of the two.");
        }
        return wording.map(words -> new Text(
                Optional.ofNullable((Integer) text.get("ordinal")),
                Optional.ofNullable((String) text.get("customers")).map(CustomerAge::valueOf),
                hours,
                words));
    }

    private static Optional<Wording> wording(Map<String, Object> text) {
        var sms = object(text, "sms").map(Input::new);
        var email = object(text, "email").map(Input::new);
        if (sms.isPresent() == email.isPresent()) {
            return Optional.empty();
        }
        return sms.<Wording>map(each -> new Wording.Sms(each.text("text")))
                .or(() -> email.map(
                        each -> new Wording.Mail(each.text("subject"), each.text("html"), each.text("text"))));
    }

    // ---- what the domain finds wrong

    /** Where in the input it is. */
    static UserError error(SaveReminderTask.Misfit misfit) {
        var path = path(misfit.field());
        return new UserError(path.isEmpty() ? PATH : PATH + "." + path, misfit.message(), code(misfit.field()));
    }

    private static String path(SaveReminderTask.Field field) {
        return switch (field) {
            case NAME -> "name";
            case SCHEDULE -> "schedule";
            case DATES -> "orderedTo";
            case AMOUNTS -> "amounts";
            case FLAGS -> "blockedFlags";
            case ITEMS -> ONLY;
            case LIMITS -> PER_BUYER;
            case TEXTS -> "texts";
            case PATIENCE -> "patienceMinutes";
            case ATTRIBUTION -> "attributionDays";
            case TASKS -> "";
        };
    }

    private static UserErrorCode code(SaveReminderTask.Field field) {
        return field == SaveReminderTask.Field.TASKS ? UserErrorCode.TOO_MANY : UserErrorCode.INVALID;
    }

    // ---- values of the input

    private static Object given(Map<String, Object> values, String field) {
        return Objects.requireNonNull(values.get(field), field);
    }

    private static Optional<Map<String, Object>> object(Map<String, Object> values, String field) {
        return new Input(values).object(field);
    }

    private boolean is(String field, boolean otherwise) {
        return task.get(field) instanceof Boolean flag ? flag : otherwise;
    }

    /** A field with a default in the schema; a null that is written is nothing. */
    private int number(String field) {
        return task.get(field) instanceof Integer number ? number : 0;
    }

    private <T> List<T> listed(String field) {
        return listed(task, field);
    }

    @SuppressWarnings("unchecked") // The schema says of what the list is.
    private static <T> List<T> listed(Map<String, Object> values, String field) {
        @Nullable Object list = values.get(field);
        return list == null ? List.of() : (List<T>) list;
    }

    /** What becomes of each; those that are wrong are left out, and refused with their paths. */
    private static <T, R> List<R> indexed(List<T> written, BiFunction<T, Integer, Optional<R>> read) {
        var result = new ArrayList<R>();
        for (var index = 0; index < written.size(); index++) {
            read.apply(written.get(index), index).ifPresent(result::add);
        }
        return result;
    }

    private void refuse(String field, String message) {
        errors.add(new UserError(PATH + "." + field, message, UserErrorCode.INVALID));
    }
}
