package dev.groundswell.publiclinks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.customer.ConsentTable;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.link.LinkTable;
import dev.groundswell.cloud.message.MessageTable;
import dev.groundswell.cloud.message.StandingTable;
import dev.groundswell.cloud.message.receipt.DeliveryEventQueue;
import dev.groundswell.core.customer.WithdrawnConsents;
import dev.groundswell.core.link.LinkHosts;
import dev.groundswell.core.link.RememberedLinkHosts;
import dev.groundswell.core.link.RememberedLinkSecrets;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.link.SignedLinks;
import dev.groundswell.core.link.WayOut;
import dev.groundswell.core.message.receipt.OptOut;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * {@code GET} and {@code HEAD /l/{code}}: where a short link leads. {@code GET} and {@code POST /u/{token}}: the way out of a
 * store's messages. Whose they are, the host name says.
 */
public final class PublicLinksHandler implements RequestStreamHandler {

    private final StoreId defaultStore;
    private final LinkHosts hosts;
    private final Redirects redirects;
    private final UnsubscribePages unsubscribing;

    public PublicLinksHandler() {
        this(FunctionEnvironment.current(), new SecureRandom());
    }

    PublicLinksHandler(FunctionEnvironment environment, RandomGenerator random) {
        var clients = environment.clients();
        var dynamoDb = clients.dynamoDb();
        var time = environment.time();
        var links = new LinkTable(dynamoDb, environment.require("LINKS_TABLE"), time, random);
        var orders = environment.require("ORDERS_TABLE");
        var messages = environment.require("MESSAGES_TABLE");
        var optOut = new OptOut(
                new StandingTable(dynamoDb, messages),
                new MessageTable(dynamoDb, messages, new Transactions(dynamoDb, Sleeper.system(), random)),
                new WithdrawnConsents(new ConsentTable(dynamoDb, orders)));
        this.defaultStore = new StoreId(environment.require("STORE_ID"));
        this.hosts = new RememberedLinkHosts(links, time);
        this.redirects = new Redirects(
                links, new DeliveryEventQueue(clients.sqs(), environment.require("DELIVERY_EVENTS_QUEUE")), time);
        this.unsubscribing =
                new UnsubscribePages(new SignedLinks(new RememberedLinkSecrets(links), links), optOut, time);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var request = HttpRequest.read(event);
        answer(request, new FunctionLog(context.getLogger())).writeTo(answer);
    }

    private HttpResponse answer(HttpRequest request, FunctionLog log) {
        var path = request.path();
        if (path.startsWith(ShortLink.PATH)) {
            return redirects.answer(store(request), path.substring(ShortLink.PATH.length()), request, log);
        }
        return path.startsWith(WayOut.PATH)
                ? unsubscribing.answer(store(request), path.substring(WayOut.PATH.length()), request)
                : Page.notFound();
    }

    private StoreId store(HttpRequest request) {
        var host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
        var colon = host.indexOf(':');
        var name = colon < 0 ? host : host.substring(0, colon);
        return name.isEmpty() ? defaultStore : hosts.storeOf(name).orElse(defaultStore);
    }
}
