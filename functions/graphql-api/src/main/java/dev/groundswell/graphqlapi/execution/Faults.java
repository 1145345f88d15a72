package dev.groundswell.graphqlapi.execution;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What went wrong on our side during one request: each fault is logged once, as one line of JSON, however many fields it fails. */
public final class Faults {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final LambdaLogger logger;
    private final String requestId;
    private final Set<Throwable> logged = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param requestId tells the request in the log, and is told to the client */
    public Faults(LambdaLogger logger, String requestId) {
        this.logger = logger;
        this.requestId = requestId;
    }

    /** What the client is told of any of them. */
    public String message() {
        return "Something went wrong on our side. The log tells more under the request id " + requestId + ".";
    }

    /** @param where e.g. a path in the query */
    public synchronized void log(String where, Throwable fault) {
        if (logged.add(fault)) {
            var trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            logger.log(line(where, trace.toString()) + "\n");
        }
    }

    private String line(String where, String trace) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("level", "ERROR");
            json.writeStringProperty("message", "A GraphQL request met a fault.");
            json.writeStringProperty("requestId", requestId);
            json.writeStringProperty("where", where);
            json.writeStringProperty("fault", trace);
            json.writeEndObject();
        }
        return line.toString();
    }
}
