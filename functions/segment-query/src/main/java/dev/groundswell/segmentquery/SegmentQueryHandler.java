package dev.groundswell.segmentquery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.segment.SegmentAnswerJson;
import dev.groundswell.cloud.segment.SegmentQuestion;
import dev.groundswell.core.segment.QuerySegments;
import dev.groundswell.core.segment.SegmentQueries;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongSupplier;

/** Invoked by {@code GraphqlApi}: counts and lists whoever meets a rule, by the index that it keeps in memory. */
public final class SegmentQueryHandler implements RequestStreamHandler {

    private final SegmentQueries queries;

    public SegmentQueryHandler() {
        this(FunctionEnvironment.current(), System::nanoTime);
    }

    SegmentQueryHandler(FunctionEnvironment environment, LongSupplier ticker) {
        var parts = new AudienceParts(environment);
        this.queries = new QuerySegments(
                parts.stores(), parts.index(), parts.histories(), parts.binder(), environment.time(), ticker);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(
                switch (SegmentQuestion.read(event)) {
                    case SegmentQuestion.Preview(var store, var rule) ->
                        SegmentAnswerJson.write(queries.preview(store, rule));
                    case SegmentQuestion.Members(var store, var rule, var first, var after) ->
                        SegmentAnswerJson.write(queries.members(store, rule, first, after));
                    case SegmentQuestion.Statistics(var store) -> SegmentAnswerJson.write(queries.statistics(store));
                });
    }
}
