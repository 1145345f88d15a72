package dev.groundswell.graphqlapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.graphqlapi.execution.Faults;
import dev.groundswell.graphqlapi.execution.QueryEngine;
import dev.groundswell.graphqlapi.http.GraphqlEndpoint;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers {@code GET} and {@code POST /graphql}. */
public final class GraphqlApiHandler implements RequestStreamHandler {

    private final GraphqlEndpoint endpoint;

    /** For Lambda and whoever hosts functions otherwise. */
    public GraphqlApiHandler() {
        var environment = FunctionEnvironment.current();
        var wiring = Wiring.of(environment);
        var engine = wiring.engine(QueryEngine.MAX_TIME);
        this(wiring.endpoint(engine));
        Priming.runIfSnapshotIsTaken(environment, endpoint, engine);
    }

    GraphqlApiHandler(GraphqlEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
        var faults = new Faults(context.getLogger(), context.getAwsRequestId());
        endpoint.answer(HttpRequest.read(event), faults).writeTo(response);
    }
}
