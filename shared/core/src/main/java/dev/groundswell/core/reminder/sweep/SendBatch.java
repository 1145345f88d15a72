package dev.groundswell.core.reminder.sweep;

import static java.util.stream.Collectors.toMap;

import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.send.Claims.DayCap;
import dev.groundswell.core.message.send.Delivery;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.Terms;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.Reminders.Choice;
import dev.groundswell.core.reminder.Reminders.Chosen;
import dev.groundswell.core.reminder.Reminders.Slot;
import dev.groundswell.core.reminder.sweep.ReminderBatches.Batch;
import dev.groundswell.core.reminder.sweep.ReminderBatches.Entry;
import dev.groundswell.core.reminder.sweep.ReminderDrafts.Prepared;
import dev.groundswell.core.reminder.sweep.ReminderDrafts.Prepared.Ready;
import dev.groundswell.core.reminder.sweep.ReminderNotes.Learnt;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import dev.groundswell.core.wallet.Wallets.Reserving;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Sends reminders of one channel: they are written, paid for, chosen, sent and written down, in this order. The batch is known
 * before anything is paid for it, and a reminder is chosen before anything is sent for it; so whoever ends in between leaves what
 * {@link SettleReminderBatches} and the next sweep find.
 */
final class SendBatch {

    /** Who reserves, for the ledger. */
    static final String BY = "reminders";

    private final SendReminders.Ports ports;
    private final SendMessages sending;
    private final InstantSource time;
    private final Job job;
    private final Store store;
    private final ReminderPrices prices;
    private final ReminderDrafts drafts;
    private final ReminderNotes notes;

    /** Those that are to go; each step takes some away. */
    private final SequencedMap<MessageId, Ready> going = new LinkedHashMap<>();

    private final Map<MessageId, Delivery> deliveries = new LinkedHashMap<>();

    /** What was kept when the reminders were chosen. */
    private final Map<OrderPhase, OrderReminders> chosen = new HashMap<>();

    /** What is kept of those that have an outcome. */
    private final Map<OrderPhase, OrderReminders> ended = new HashMap<>();

    private long reserved;

    /** @param at when it began */
    record Job(Store store, Channel channel, MessageSettings settings, String origin, String batch, Instant at) {

        Instant until() {
            return at.plus(SweepLimits.BATCH_TIME);
        }

        Optional<SendingHours> hours() {
            return settings.hours(channel, MessageKind.NOTICE);
        }

        Optional<DayCap> cap(Instant now) {
            var day = new StoreCalendar(store.zone()).dayOf(now);
            return settings.messagesADay().isPresent()
                    ? Optional.of(new DayCap(day, settings.messagesADay().getAsInt()))
                    : Optional.empty();
        }
    }

    SendBatch(SendReminders.Ports ports, SendMessages sending, InstantSource time, Job job) {
        this.ports = ports;
        this.sending = sending;
        this.time = time;
        this.job = job;
        this.store = job.store();
        this.prices = ReminderPrices.of(job.channel(), ports.providers().all(store.id()));
        this.drafts = new ReminderDrafts(store, ports.writer(), ports.links(), job.settings(), job.origin());
        this.notes = new ReminderNotes(ports.reminders());
    }

    /** @return what is kept of those orders whose reminders have an outcome now */
    Map<OrderPhase, OrderReminders> send(List<Due> due) {
        var outside = ReminderRecheck.outside(job.hours(), store, job.at());
        if (outside.isEmpty()) {
            sendNow(due);
        } else if (outside.get() == SendingHours.Outside.DROP) {
            drop(due.stream().collect(toMap(each -> each, _ -> DropReason.SENDING_HOURS)));
        }
        return ended;
    }

    private void sendNow(List<Due> due) {
        prepare(due);
        if (reserve()) {
            choose();
            var failures = sendAll();
            noteDeliveries();
            failures.stream().findFirst().ifPresent(first -> {
                throw first;
            });
            settle();
        }
    }

    // ---- written

    private void prepare(List<Due> due) {
        var dropped = new LinkedHashMap<Due, DropReason>();
        for (var each : due) {
            switch (drafts.prepare(each, job.batch())) {
                case Ready ready -> going.put(ready.draft().id(), ready);
                case Prepared.Dropped(var reason) -> dropped.put(each, reason);
            }
        }
        drop(dropped);
    }

    /** Nothing is sent for them, now or later. */
    private void drop(Map<Due, DropReason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        var dropped = new LinkedHashMap<OrderPhase, OrderReminders>();
        var freed = new HashMap<ReminderId, Collection<Slot>>();
        reasons.forEach((due, reason) -> {
            dropped.put(due.id().orderPhase(), due.with(new Fate.Dropped(job.at(), reason)));
            due.before().ifPresent(before -> freed.put(due.id(), ReminderSlots.ofAny(store, before)));
        });
        ports.reminders()
                .save(store.id(), dropped.values(), freed)
                .forEach(key -> ended.put(key, Objects.requireNonNull(dropped.get(key))));
    }

    // ---- paid for

    /** Whether there is money for those that are left to go; as many of them are as there is money for. */
    private boolean reserve() {
        if (going.isEmpty()) {
            return false;
        }
        reserved = ReminderPrices.wholeUnits(thousandths());
        ports.batches().add(store.id(), new Batch(job.batch(), job.at(), reserved, entries()));
        return switch (ports.wallets().reserve(store.id(), job.batch(), reserved, BY, job.at())) {
            // Somebody who thought that we had ended may have closed it.
            case Reserving.Reserved(var reservation) -> reservation.open() == reserved;
            case Reserving.Insufficient(var available) -> {
                ports.batches().remove(store.id(), List.of(job.batch()));
                keepAffordable(available);
                yield reserve();
            }
        };
    }

    private long thousandths() {
        return going.values().stream().mapToLong(this::atMost).sum();
    }

    private long atMost(Ready ready) {
        return prices.atMost(ready.draft().content().parts());
    }

    private Map<MessageId, Entry> entries() {
        return going.values().stream()
                .collect(toMap(
                        ready -> ready.draft().id(),
                        ready -> new Entry(
                                ready.due().id(), ready.draft().content().parts())));
    }

    /** The first ones; the others wait. */
    private void keepAffordable(long available) {
        while (!going.isEmpty() && ReminderPrices.wholeUnits(thousandths()) > available) {
            going.pollLastEntry();
        }
    }

    // ---- chosen

    private void choose() {
        var choices = new LinkedHashMap<MessageId, Choice>();
        going.forEach((id, ready) -> choices.put(id, choice(ready)));
        var answers = ports.reminders().choose(store.id(), choices.values());
        var dropped = new LinkedHashMap<Due, DropReason>();
        choices.forEach((id, choice) -> {
            switch (Objects.requireNonNull(answers.get(choice.id()))) {
                case Chosen.Written() -> chosen.put(choice.id().orderPhase(), choice.reminders());
                case Chosen.Full(var slot) -> {
                    var due = Objects.requireNonNull(going.remove(id)).due();
                    dropped.put(due, ReminderSlots.why(slot));
                }
                case Chosen.Overtaken() -> going.remove(id);
            }
        });
        drop(dropped);
    }

    private Choice choice(Ready ready) {
        var draft = ready.draft();
        var due = ready.due();
        var fate = new Fate.Chosen(
                job.at(),
                draft.id(),
                job.batch(),
                atMost(ready),
                due.task().attribution(),
                Optional.empty(),
                Optional.empty());
        return new Choice(due.with(fate), due.id(), ReminderSlots.of(store, due.task(), job.at()));
    }

    // ---- sent

    /** Until all have an outcome, the time of the batch is over, or nothing comes of any. */
    private List<RuntimeException> sendAll() {
        var left = new LinkedHashMap<>(going);
        var failures = new ArrayList<RuntimeException>();
        var before = 0;
        while (left.size() != before && failures.isEmpty() && time.instant().isBefore(job.until())) {
            before = left.size();
            failures.addAll(sendRound(left.values()));
            left.keySet().removeIf(id -> !(deliveries.get(id) instanceof Delivery.NotNow));
        }
        return failures;
    }

    /** Some slices at once. */
    private List<RuntimeException> sendRound(Collection<Ready> left) {
        var recheck = new ReminderRecheck(ports, store, job.hours(), going, time);
        var ofMessages = new Terms(job.cap(time.instant()), recheck, job.until());
        var sent = FanOut.over(
                slices(left),
                SweepLimits.SLICES_AT_ONCE,
                slice -> sending.send(store, Urgency.REMINDER, slice, ofMessages));
        var failures = new ArrayList<RuntimeException>();
        sent.values().forEach(outcome -> {
            switch (outcome) {
                case FanOut.Outcome.Done(var some) -> deliveries.putAll(some);
                case FanOut.Outcome.Failed(var cause) -> failures.add(cause);
            }
        });
        return failures;
    }

    private static Map<Integer, List<Draft>> slices(Collection<Ready> left) {
        var drafts = left.stream().map(Ready::draft).toList();
        var slices = new LinkedHashMap<Integer, List<Draft>>();
        for (var from = 0; from < drafts.size(); from += SweepLimits.SLICE) {
            slices.put(from, drafts.subList(from, Math.min(drafts.size(), from + SweepLimits.SLICE)));
        }
        return slices;
    }

    // ---- written down

    private void noteDeliveries() {
        var learnt = new LinkedHashMap<ReminderId, Learnt>();
        deliveries.forEach((id, delivery) -> {
            var ready = Objects.requireNonNull(going.get(id));
            learnt(delivery, ready).ifPresent(it -> learnt.put(ready.due().id(), it));
        });
        ended.putAll(notes.note(store.id(), learnt, chosen));
    }

    /** Empty where it is as if nobody had tried, or somebody else is at it. */
    private Optional<Learnt> learnt(Delivery delivery, Ready ready) {
        var now = time.instant();
        var task = ready.due().task();
        return switch (delivery) {
            case Delivery.Sent(var provider, var parts) ->
                Optional.of(new Learnt.News(
                        new Fate.News(MessageState.SENT, now, Optional.of(now), prices.of(provider, parts))));
            case Delivery.Failed _ -> Optional.of(unsent(MessageState.FAILED, now, 0));
            case Delivery.Unknown _ -> Optional.of(unsent(MessageState.UNKNOWN, now, atMost(ready)));
            case Delivery.Excluded(var reason) ->
                Optional.of(new Learnt.Dropped(now, DropReason.of(reason), ReminderSlots.of(store, task, job.at())));
            case Delivery.Taken(var known) -> Learnt.of(known, prices, ReminderSlots.of(store, task, job.at()));
            case Delivery.NotNow _ -> Optional.empty();
        };
    }

    private static Learnt unsent(MessageState state, Instant now, long cost) {
        return new Learnt.News(new Fate.News(state, now, Optional.empty(), cost));
    }

    private void settle() {
        var owed = deliveries.entrySet().stream()
                .mapToLong(entry -> owed(entry.getValue(), Objects.requireNonNull(going.get(entry.getKey()))))
                .sum();
        var cost = Math.min(ReminderPrices.wholeUnits(owed), reserved);
        ports.wallets().settle(store.id(), job.batch(), job.batch(), cost, reserved - cost, time.instant());
        ports.batches().remove(store.id(), List.of(job.batch()));
    }

    private long owed(Delivery delivery, Ready ready) {
        return switch (delivery) {
            case Delivery.Sent(var provider, var parts) -> prices.of(provider, parts);
            case Delivery.Unknown _ -> atMost(ready);
            case Delivery.Taken _, Delivery.Failed _, Delivery.Excluded _, Delivery.NotNow _ -> 0;
        };
    }
}
