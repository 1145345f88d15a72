package dev.groundswell.core.reminder.explain;

import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Presale;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.explain.OrderExplanation.Event;
import dev.groundswell.core.reminder.explain.OrderExplanation.OfPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to an order, in the order in which it happened. */
final class History {

    private final Order order;
    private final Words words;
    private final List<Event> events = new ArrayList<>();

    History(Order order, Words words) {
        this.order = order;
        this.words = words;
    }

    List<Event> with(Collection<OfPhase> reminders) {
        noteOrder();
        reminders.forEach(this::note);
        order.paidAt().ifPresent(paidAt -> notePayment(paidAt, reminders));
        note(order.times().shippedAt(), "It was shipped.");
        note(order.times().deliveredAt(), "It was delivered.");
        note(order.times().completedAt(), "It was completed.");
        noteClosing();
        return events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    private void note(@Nullable Instant at, String text) {
        if (at != null) {
            events.add(new Event(at, text));
        }
    }

    // ---- the order

    private void noteOrder() {
        note(
                order.times().orderedAt(),
                "It was placed, with " + order.amounts().payable() + " to be paid" + until() + ".");
        var presale = Optional.ofNullable(order.presale());
        presale.map(Presale::depositPaidAt)
                .ifPresent(at -> note(at, "Its deposit of " + presale.get().deposit() + " was paid."));
    }

    private String until() {
        var closesAt = order.times().closesAt();
        return closesAt == null ? "" : " until " + words.of(closesAt);
    }

    private void notePayment(Instant paidAt, Collection<OfPhase> reminders) {
        var since = reminders.stream()
                .flatMap(History::sentAt)
                .filter(paidAt::isAfter)
                .max(Comparator.naturalOrder())
                .map(sentAt -> ", " + Words.of(Duration.between(sentAt, paidAt)) + " after the reminder before");
        note(paidAt, "It was paid" + since.orElse("") + ".");
    }

    /** Not every source says when. */
    private void noteClosing() {
        if (order.status() == OrderStatus.CLOSED) {
            var at = Optional.ofNullable(order.times().closedAt())
                    .orElse(order.times().modifiedAt());
            note(at, order.isPaid() ? "It was closed." : "It was closed unpaid.");
        }
    }

    // ---- its reminders

    private void note(OfPhase of) {
        var name = name(of);
        switch (of.reminder().fate()) {
            case Fate.Dropped dropped ->
                note(
                        dropped.at(),
                        name + ", due on " + words.of(of.reminder().due()) + ", was not sent: "
                                + Words.why(dropped.reason()) + ".");
            case Fate.Chosen chosen -> note(of, name, chosen);
        }
    }

    private void note(OfPhase of, String name, Fate.Chosen chosen) {
        note(chosen.at(), name + ", due on " + words.of(of.reminder().due()) + ", was chosen to go.");
        chosen.news().ifPresent(news -> {
            news.sentAt().ifPresent(sentAt -> note(sentAt, name + " was taken by a provider."));
            became(news.state()).ifPresent(what -> note(news.at(), name + " " + what));
        });
        chosen.clicked().ifPresent(at -> note(at, "The buyer followed the link of " + lower(name) + "."));
    }

    private static Optional<String> became(MessageState state) {
        return switch (state) {
            case CLAIMED, SENT, EXCLUDED -> Optional.empty();
            case UNKNOWN -> Optional.of("may have been sent, or not: its provider's answer was lost.");
            case DELIVERED -> Optional.of("arrived.");
            case FAILED -> Optional.of("could not be delivered.");
        };
    }

    private static String name(OfPhase of) {
        var task = of.taskName().map(name -> " of '" + name + "'").orElse(" of a task that was deleted");
        return "Reminder " + of.reminder().ordinal() + ofWhat(of.phase()) + task;
    }

    private static String ofWhat(Phase phase) {
        return switch (phase) {
            case PAYMENT -> "";
            case DEPOSIT -> " of the deposit";
            case BALANCE -> " of the balance";
        };
    }

    private static String lower(String name) {
        return "r" + name.substring(1);
    }

    private static Stream<Instant> sentAt(OfPhase of) {
        return of.reminder().fate() instanceof Fate.Chosen chosen
                ? chosen.news().flatMap(Fate.News::sentAt).stream()
                : Stream.empty();
    }
}
