package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.json.JsonValues;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.task.ItemChoice;
import dev.groundswell.core.reminder.task.OrderConditions;
import dev.groundswell.core.reminder.task.OrderConditions.AmountRange;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.reminder.task.OrderKind;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.ReminderTask.Dates;
import dev.groundswell.core.reminder.task.ReminderTask.Hours;
import dev.groundswell.core.reminder.task.ReminderTask.Limits;
import dev.groundswell.core.reminder.task.Schedule;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.reminder.task.TaskTexts;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.core.reminder.task.TaskTexts.TimeOfDay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A reminder task as JSON. */
final class ReminderTaskJson {

    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String TO = "to";

    private ReminderTaskJson() {}

    // ---- written

    static JsonValues write(ReminderTask task) {
        return JsonValues.fresh()
                .put("id", task.id().value())
                .put("name", task.name())
                .put("active", task.active())
                .put("kind", task.kind().name())
                .put("schedule", schedule(task.schedule()))
                .put(
                        "hours",
                        JsonValues.fresh()
                                .put(FROM, task.hours().from().toString())
                                .put(UNTIL, task.hours().until().toString())
                                .put("outside", task.hours().outside().name()))
                .put(FROM, text(task.dates().from()))
                .put(TO, text(task.dates().to()))
                .put("conditions", conditions(task.conditions()))
                .put("onceADay", task.limits().onceADay())
                .put(
                        "ofBuyer",
                        task.limits().ofBuyer().isPresent()
                                ? task.limits().ofBuyer().getAsInt()
                                : null)
                .put("unlessPaidSince", task.unlessPaidSince())
                .put("channel", task.texts().channel().name())
                .put(
                        "texts",
                        task.texts().texts().stream()
                                .map(ReminderTaskJson::text)
                                .toList())
                .put("patience", task.patience().toString())
                .put("attribution", task.attribution().toString())
                .put("effectiveFrom", task.effectiveFrom().toString());
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static JsonValues schedule(Schedule schedule) {
        return switch (schedule) {
            case Schedule.After(var after) -> JsonValues.fresh().put("after", texts(after));
            case Schedule.DailyAt(var times, var reminders) ->
                JsonValues.fresh().put("daily", texts(times)).put("reminders", reminders);
            case Schedule.At(var at) -> JsonValues.fresh().put("at", texts(at));
        };
    }

    /** Given as an object, since an array of texts is none of objects. */
    private static Object texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static JsonValues conditions(OrderConditions conditions) {
        var json = JsonValues.fresh()
                .put(
                        "amounts",
                        conditions.amounts().stream()
                                .map(ReminderTaskJson::amount)
                                .toList())
                .put(
                        "blockedFlags",
                        texts(conditions.blockedFlags().stream().sorted().toList()))
                .put("customers", text(conditions.customers()));
        return switch (conditions.items()) {
            case ItemChoice.All() -> json;
            case ItemChoice.Only(var items) ->
                json.put("onlyItems", texts(items.stream().sorted().toList()));
            case ItemChoice.AllBut(var items) ->
                json.put("allButItems", texts(items.stream().sorted().toList()));
        };
    }

    private static JsonValues amount(AmountRange range) {
        return JsonValues.fresh().put(FROM, range.from()).put(TO, range.to().orElse(null));
    }

    private static JsonValues text(Text text) {
        var json =
                JsonValues.fresh().put("ordinal", text.ordinal().orElse(null)).put("customers", text(text.customers()));
        text.hours()
                .ifPresent(hours -> json.put(FROM, hours.from().toString())
                        .put(UNTIL, hours.until().toString()));
        return switch (text.wording()) {
            case Wording.Sms(var words) -> json.put("text", words);
            case Wording.Mail(var subject, var html, var words) ->
                json.put("subject", subject).put("html", html).put("text", words);
        };
    }

    // ---- read

    static ReminderTask read(JsonValues json) {
        var hours = json.object("hours");
        return new ReminderTask(
                new TaskId(json.text("id")),
                json.text("name"),
                json.flag("active"),
                OrderKind.valueOf(json.text("kind")),
                readSchedule(json.object("schedule")),
                new Hours(
                        LocalTime.parse(hours.text(FROM)),
                        LocalTime.parse(hours.text(UNTIL)),
                        Outside.valueOf(hours.text("outside"))),
                new Dates(find(json, FROM).map(LocalDate::parse), find(json, TO).map(LocalDate::parse)),
                readConditions(json.object("conditions")),
                new Limits(json.flag("onceADay"), number(json, "ofBuyer")),
                json.flag("unlessPaidSince"),
                new TaskTexts(
                        Channel.valueOf(json.text("channel")),
                        json.objects("texts").stream()
                                .map(ReminderTaskJson::readText)
                                .toList()),
                Duration.parse(json.text("patience")),
                Duration.parse(json.text("attribution")),
                json.instant("effectiveFrom"));
    }

    private static Optional<String> find(JsonValues json, String name) {
        return Optional.ofNullable(json.textOrNull(name));
    }

    private static OptionalInt number(JsonValues json, String name) {
        return json.has(name) ? OptionalInt.of((int) json.number(name)) : OptionalInt.empty();
    }

    private static Schedule readSchedule(JsonValues json) {
        if (json.has("after")) {
            return new Schedule.After(
                    json.texts("after").stream().map(Duration::parse).toList());
        }
        return json.has("daily")
                ? new Schedule.DailyAt(
                        json.texts("daily").stream().map(LocalTime::parse).toList(), (int) json.number("reminders"))
                : new Schedule.At(
                        json.texts("at").stream().map(LocalDateTime::parse).toList());
    }

    private static OrderConditions readConditions(JsonValues json) {
        return new OrderConditions(
                json.objects("amounts").stream()
                        .map(ReminderTaskJson::readAmount)
                        .toList(),
                json.texts("blockedFlags").stream().map(Integer::valueOf).collect(Collectors.toSet()),
                readItems(json),
                find(json, "customers").map(CustomerAge::valueOf));
    }

    private static ItemChoice readItems(JsonValues json) {
        if (json.has("onlyItems")) {
            return new ItemChoice.Only(Set.copyOf(json.texts("onlyItems")));
        }
        return json.has("allButItems")
                ? new ItemChoice.AllBut(Set.copyOf(json.texts("allButItems")))
                : new ItemChoice.All();
    }

    private static AmountRange readAmount(JsonValues json) {
        return new AmountRange(json.number(FROM), json.has(TO) ? Optional.of(json.number(TO)) : Optional.empty());
    }

    private static Text readText(JsonValues json) {
        var subject = json.textOrNull("subject");
        return new Text(
                json.has("ordinal") ? Optional.of((int) json.number("ordinal")) : Optional.empty(),
                find(json, "customers").map(CustomerAge::valueOf),
                json.has(FROM)
                        ? Optional.of(
                                new TimeOfDay(LocalTime.parse(json.text(FROM)), LocalTime.parse(json.text(UNTIL))))
                        : Optional.empty(),
                subject == null
                        ? new Wording.Sms(json.text("text"))
                        : new Wording.Mail(subject, json.text("html"), json.text("text")));
    }
}
