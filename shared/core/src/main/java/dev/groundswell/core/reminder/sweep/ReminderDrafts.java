package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.link.ShortLinks;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.ReminderAddress;
import dev.groundswell.core.reminder.ReminderPlace;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Wanted;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Written;
import dev.groundswell.core.store.Store;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** The messages of reminders, ready to be sent. */
final class ReminderDrafts {

    private final Store store;
    private final ReminderWriter writer;
    private final ShortLinks links;
    private final MessageSettings settings;
    private final String origin;

    /** @param origin of short links, for stores without a domain of their own */
    ReminderDrafts(Store store, ReminderWriter writer, ShortLinks links, MessageSettings settings, String origin) {
        this.store = store;
        this.writer = writer;
        this.links = links;
        this.settings = settings;
        this.origin = settings.linkDomain() == null ? origin : "https://" + settings.linkDomain();
    }

    /** What there is for a reminder. */
    sealed interface Prepared {

        /** @param links that stand in it and have to be kept before it goes out */
        record Ready(Due due, Draft draft, List<ShortLink> links) implements Prepared {}

        /** Nothing can be sent for it. */
        record Dropped(DropReason reason) implements Prepared {}
    }

    /** @param batch by which it is to be paid for */
    Prepared prepare(Due due, String batch) {
        var channel = due.task().texts().channel();
        return switch (ReminderAddress.of(due.order(), channel)) {
            case ReminderAddress.Lacking(var reason) -> new Prepared.Dropped(reason);
            case ReminderAddress.Known(var address) -> prepare(due, batch, address);
        };
    }

    private Prepared prepare(Due due, String batch, Address address) {
        var id = due.id().message(AddressKey.of(address));
        return isChosenFor(due, id) ? draft(due, batch, address, id) : new Prepared.Dropped(DropReason.ORDER_CHANGED);
    }

    /** What was chosen for another address, which the buyer had then, cannot be sent to this one: it might be sent twice. */
    private static boolean isChosenFor(Due due, MessageId id) {
        return due.before()
                .filter(before -> before.fate() instanceof Fate.Chosen chosen
                        && !chosen.message().equals(id))
                .isEmpty();
    }

    private Prepared draft(Due due, String batch, Address address, MessageId id) {
        var link = paymentPage(due.order())
                .map(page -> links.prepare(store.id(), id, due.order().buyer(), List.of(page))
                        .getFirst());
        var wanted = new Wanted(
                due.task(),
                due.now().ordinal(),
                due.order(),
                due.buyer(),
                address,
                link.map(it -> it.at(origin)),
                settings.frame(),
                due.judgedAt());
        return switch (writer.write(store, wanted)) {
            case Written.Nothing(var reason) -> new Prepared.Dropped(reason);
            case Written.Text(var content) ->
                new Prepared.Ready(
                        due,
                        new Draft(
                                id,
                                address,
                                due.order().buyer(),
                                MessageKind.NOTICE,
                                content,
                                ReminderPlace.of(batch, due.id()).toString()),
                        link.filter(it -> stands(content, it.at(origin))).stream()
                                .toList());
        };
    }

    /** Empty where the source tells none, or one that no short link may lead to. */
    private static Optional<URI> paymentPage(Order order) {
        return Optional.ofNullable(order.paymentUrl())
                .flatMap(ReminderDrafts::uri)
                .filter(ShortLink::leadsSafely);
    }

    private static Optional<URI> uri(String written) {
        try {
            return Optional.of(new URI(written));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    /** A link that no text has is not kept: each is a write. */
    private static boolean stands(Content content, String link) {
        return switch (content) {
            case Content.Sms(var text, var _) -> text.contains(link);
            case Content.Mail mail -> mail.html().contains(link) || mail.text().contains(link);
        };
    }
}
