package dev.groundswell.audienceindex;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.audience.CompactionQueue;
import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.customer.DirtyBuyers;
import dev.groundswell.cloud.customer.DirtyBuyers.StoreBuyer;
import dev.groundswell.cloud.event.StreamEvent;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.core.audience.CompactionLimits;
import dev.groundswell.core.audience.IndexCustomers;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The stream of {@code Orders}: indexes each customer whose profile changed; from the first that fails, it comes again. */
public final class AudienceIndexHandler implements RequestStreamHandler {

    private final IndexCustomers index;

    public AudienceIndexHandler() {
        this(FunctionEnvironment.current(), new SecureRandom());
    }

    AudienceIndexHandler(FunctionEnvironment environment, RandomGenerator random) {
        var clients = environment.clients();
        var parts = IndexParts.of(environment, CompactionLimits.DEFAULT, random);
        this.index = new IndexCustomers(
                new CustomerProfileTable(clients.dynamoDb(), environment.require("ORDERS_TABLE")),
                parts.shards(),
                parts.compaction(),
                new CompactionQueue(clients.sqs(), environment.require("AUDIENCE_COMPACTIONS_QUEUE")),
                Integer.parseInt(environment.require("DELTAS_A_HINT")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var dirty = DirtyBuyers.of(StreamEvent.read(event));
        var log = new FunctionLog(context.getLogger());
        var failed = new HashSet<StoreBuyer>();
        dirty.buyers().forEach((store, buyers) -> failed.addAll(index(store, buyers, log)));
        dirty.answer(failed).writeTo(answer);
    }

    private List<StoreBuyer> index(StoreId store, Set<BuyerId> buyers, FunctionLog log) {
        var failures = index.index(store, buyers);
        failures.forEach((buyer, failure) -> log.error("buyer-not-indexed", failure, "buyer", buyer));
        return failures.keySet().stream()
                .map(buyer -> new StoreBuyer(store, buyer))
                .toList();
    }
}
