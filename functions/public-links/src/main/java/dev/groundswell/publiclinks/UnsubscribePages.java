package dev.groundswell.publiclinks;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.core.link.SignedLinks;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.receipt.OptOut;
import dev.groundswell.core.store.StoreId;
import java.time.InstantSource;

/**
 * The way out: a {@code GET} shows a button and changes nothing, since programs open links too; a {@code POST} unsubscribes,
 * be it the button's or a mailbox's own, at one click.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
final class UnsubscribePages {

    private static final String SOURCE = "unsubscribe-link";

    private final SignedLinks links;
    private final OptOut optOut;
    private final InstantSource time;

    UnsubscribePages(SignedLinks links, OptOut optOut, InstantSource time) {
        this.links = links;
        this.optOut = optOut;
        this.time = time;
    }

    HttpResponse answer(StoreId store, String token, HttpRequest request) {
        var message = links.messageOf(store, token);
        if (message.isEmpty()) {
            return Page.notFound();
        }
        if (!request.method().equals("POST")) {
            return Page.askWhetherToUnsubscribe();
        }
        unsubscribe(store, message.get());
        return Page.unsubscribed();
    }

    private void unsubscribe(StoreId store, MessageId message) {
        optOut.of(store, message.address(), new Barring(true, time.instant(), SOURCE, message.toString()));
    }
}
