package dev.groundswell.graphqlapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.caller.Role;
import dev.groundswell.graphqlapi.execution.Faults;
import dev.groundswell.graphqlapi.execution.Query;
import dev.groundswell.graphqlapi.execution.QueryEngine;
import dev.groundswell.graphqlapi.http.GraphqlEndpoint;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a request and a query before SnapStart takes its snapshot, so that whatever a first one loads, compiles and connects
 * is in the snapshot. They are of a store that does not exist: nothing of them stays. A fault is logged; the first real
 * request will tell more.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html">Best practices of SnapStart</a>
 */
final class Priming {

    /** What Lambda sets, and to what, while a snapshot is being prepared. */
    private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";

    private static final String SNAP_START = "snap-start";

    private static final String NOBODYS_STORE = "primes-the-snapshot";

    private static final String EVENT = """
        {"rawPath": "/graphql", "rawQueryString": "", "headers": {"content-type": "application/json"},
         "requestContext": {"http": {"method": "POST"},
           "authorizer": {"jwt": {"claims": {"store": "%s", "roles": "[viewer]"}}}},
         "body": "{\\"query\\": \\"{ store { id } }\\"}", "isBase64Encoded": false}
        """.formatted(NOBODYS_STORE);

    private static final String QUERY = """
        query Prime($from: DateTime!, $to: DateTime!) {
          store { id name currency zone orderCount customerCount }
          orders(first: 1) { totalCount pageInfo { hasNextPage } nodes { id orderedAt payable { amount } buyer { id } } }
          salesMetrics(from: $from, to: $to, granularity: DAY) { total { sales { amount } } series { at } }
        }
        """;

    private Priming() {}

    static void runIfSnapshotIsTaken(FunctionEnvironment environment, GraphqlEndpoint endpoint, QueryEngine engine) {
        if (environment.find(INITIALIZATION_TYPE).filter(SNAP_START::equals).isEmpty()) {
            return;
        }
        var faults = new Faults(LambdaRuntime.getLogger(), NOBODYS_STORE);
        endpoint.answer(HttpRequest.read(new ByteArrayInputStream(EVENT.getBytes(UTF_8))), faults)
                .writeTo(OutputStream.nullOutputStream());
        var store = new Store(new StoreId(NOBODYS_STORE), NOBODYS_STORE, Currency.getInstance("CNY"), ZoneOffset.UTC);
        var day = Map.<String, @Nullable Object>of("from", "2026-06-18T00:00:00Z", "to", "2026-06-19T00:00:00Z");
        engine.run(new Query(QUERY, null, day, false), new Caller(store, Set.of(Role.VIEWER), NOBODYS_STORE), faults);
    }
}
