package dev.groundswell.core.link;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counts a person's click on a short link, with the link, with the person, whose payments from then on count for whoever sent it,
 * and with the message. Again, nothing changes; nor if it ends in between, since the link, which comes first, tells all its clicks
 * again.
 */
public final class CountClick {

    /** Companies' mail servers open every link of a mail before they let it in, under a browser's name; nobody reads so fast. */
    static final Duration BY_MAIL_SERVERS = Duration.ofSeconds(10);

    private final Links links;
    private final Messages messages;
    private final Attributions attributions;
    private final ClickedLinks people;
    private final MessageClicks senders;

    /** @param senders who keep of their messages that they were clicked */
    public CountClick(
            Links links, Messages messages, Attributions attributions, ClickedLinks people, MessageClicks senders) {
        this.links = links;
        this.messages = messages;
        this.attributions = attributions;
        this.people = people;
        this.senders = senders;
    }

    /** @return the link with its clicks; empty if it is no link any more, or if no person can have clicked so soon */
    public Optional<KeptLink> count(StoreId store, LinkCode code, Instant at) {
        return links.find(store, code)
                .map(KeptLink::link)
                .filter(link -> !isTooSoon(store, link, at))
                .flatMap(link -> count(store, link, at));
    }

    private Optional<KeptLink> count(StoreId store, ShortLink link, Instant at) {
        var attribution = attributions.of(store, link.message());
        var clicked = links.click(store, link.code(), attribution.map(Attribution::to), at);
        clicked.ifPresent(kept -> {
            people.note(store, link.buyer(), ClickedLink.of(kept, attribution));
            senders.clicked(store, link.message(), kept.clicks().first());
        });
        return clicked;
    }

    private boolean isTooSoon(StoreId store, ShortLink link, Instant at) {
        return link.message().address().channel() == Channel.EMAIL
                && Optional.ofNullable(
                                messages.find(store, List.of(link.message())).get(link.message()))
                        .flatMap(message -> message.handover().map(Outcome.Sent::at))
                        .filter(sentAt -> at.isBefore(sentAt.plus(BY_MAIL_SERVERS)))
                        .isPresent();
    }
}
