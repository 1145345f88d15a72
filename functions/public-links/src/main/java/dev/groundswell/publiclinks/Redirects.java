package dev.groundswell.publiclinks;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.message.receipt.DeliveryEventQueue;
import dev.groundswell.cloud.message.receipt.DeliveryEventQueue.Click;
import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.link.Links;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.link.Visit;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** Leads short links on: one read, and a note on the queue if a person followed it. A note that fails keeps nobody waiting. */
final class Redirects {

    private final Links links;
    private final DeliveryEventQueue clicks;
    private final InstantSource time;

    Redirects(Links links, DeliveryEventQueue clicks, InstantSource time) {
        this.links = links;
        this.clicks = clicks;
        this.time = time;
    }

    HttpResponse answer(StoreId store, String code, HttpRequest request, FunctionLog log) {
        var link = LinkCode.parse(code).flatMap(parsed -> links.find(store, parsed));
        if (link.isEmpty()) {
            return Page.notFound();
        }
        if (new Visit(request.method(), request::header).isPersons()) {
            note(store, link.get().link(), log);
        }
        return redirect(link.get().link().target());
    }

    private void note(StoreId store, ShortLink link, FunctionLog log) {
        if (clicks.send(store, new Click(link.code(), time.instant()))
                instanceof JsonQueue.Outcome.Unavailable(var cause)) {
            log.error("click-not-noted", cause, "message", link.message());
        }
    }

    /** Never kept, so that each click is seen here; nor is the shop told the recipient's own address. */
    private static HttpResponse redirect(URI target) {
        return new HttpResponse(
                302,
                Map.of(
                        "location", target.toASCIIString(),
                        "cache-control", "no-store",
                        "referrer-policy", "no-referrer",
                        "x-robots-tag", "noindex"),
                "");
    }
}
