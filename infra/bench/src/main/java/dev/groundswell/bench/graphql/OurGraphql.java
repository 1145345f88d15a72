package dev.groundswell.bench.graphql;

import dev.groundswell.bench.event.LambdaEvents;
import dev.groundswell.bench.system.BenchContext;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.graphqlapi.GraphqlApiHandler;
import dev.groundswell.local.aws.LocalClients;
import dev.groundswell.local.template.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.jr.ob.JSON;

/** The function {@code GraphqlApi} as it is deployed, but for its tables: from the bytes of an event to those of the answer. */
final class OurGraphql {

    private static final Map<String, String> CLAIMS =
            Map.of("store", BenchStore.STORE.id().value(), "roles", "[owner]", "sub", "bench");

    private final GraphqlApiHandler handler;

    OurGraphql(Template template, ReplayingTables tables, SqsClient unused) {
        var environment = new FunctionEnvironment(
                template.environment("GraphqlApi"), InstantSource.system(), new LocalClients(tables, unused));
        this.handler = FunctionEnvironment.supplying(environment, GraphqlApiHandler::new);
    }

    static byte[] event(BenchQuery query) {
        var body = JSON.std.asString(Map.of("query", query.text(), "variables", query.variables()));
        return LambdaEvents.post("/graphql", Map.of("accept", "application/json"), CLAIMS, body);
    }

    byte[] answer(byte[] event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, new BenchContext());
        return answer.toByteArray();
    }

    /** The data of an answer. */
    static Map<String, Object> data(byte[] answer) {
        var body = JSON.std.mapFrom(String.valueOf(JSON.std.mapFrom(answer).get("body")));
        if (body.containsKey("errors") || !(body.get("data") instanceof Map<?, ?>)) {
            throw new IllegalStateException("The query was not answered: " + body);
        }
        @SuppressWarnings("unchecked") // JSON objects have text for names.
        var data = (Map<String, Object>) body.get("data");
        return data;
    }
}
