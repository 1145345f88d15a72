package dev.groundswell.core.link;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.receipt.Recipients;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts a person's click on a short link, with the link and with the person. Again, nothing changes. */
public final class CountClick {

    /** Companies' mail servers open every link of a mail before they let it in, under a browser's name; nobody reads so fast. */
    static final Duration BY_MAIL_SERVERS = Duration.ofSeconds(10);

    private final Links links;
    private final Messages messages;
    private final Recipients recipients;

    public CountClick(Links links, Messages messages, Recipients recipients) {
        this.links = links;
        this.messages = messages;
        this.recipients = recipients;
    }

    /** @return the link with its clicks; empty if it is no link any more, or if no person can have clicked so soon */
    public Optional<KeptLink> count(StoreId store, LinkCode code, Instant at) {
        var clicked = links.find(store, code)
                .filter(kept -> !isTooSoon(store, kept.link(), at))
                .flatMap(_ -> links.click(store, code, at));
        clicked.map(KeptLink::link)
                .ifPresent(link -> recipients.clicked(
                        store, link.buyer(), link.message().address().channel(), at));
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
