package dev.groundswell.cloud.segment;

import dev.groundswell.cloud.segment.SegmentQueryException.Reason;
import dev.groundswell.cloud.segment.SegmentQuestion.Members;
import dev.groundswell.cloud.segment.SegmentQuestion.Preview;
import dev.groundswell.cloud.segment.SegmentQuestion.Statistics;
import dev.groundswell.core.segment.MembersResult;
import dev.groundswell.core.segment.PreviewResult;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * {@link SegmentQueries} by invoking the function {@code SegmentQuery}, which keeps the index in memory: {@link
 * SegmentQuestion} and {@link SegmentAnswerJson} are what goes there and back. Whatever goes wrong is a {@link
 * SegmentQueryException}.
 */
public final class SegmentQueryFunction implements SegmentQueries {

    private final LambdaClient client;
    private final String function;

    /** @param function its name, with or without an alias behind a colon */
    public SegmentQueryFunction(LambdaClient client, String function) {
        this.client = client;
        this.function = function;
    }

    @Override
    public PreviewResult preview(StoreId store, SegmentRule rule) {
        return SegmentAnswerJson.preview(ask(new Preview(store, rule)));
    }

    @Override
    public MembersResult members(StoreId store, SegmentRule rule, int first, OptionalLong after) {
        return SegmentAnswerJson.members(ask(new Members(store, rule, first, after)));
    }

    @Override
    public AudienceStatistics statistics(StoreId store) {
        return SegmentAnswerJson.statistics(ask(new Statistics(store)));
    }

    private Map<String, Object> ask(SegmentQuestion question) {
        var answer = invoked(question);
        var payload = answer.payload().asByteArrayUnsafe();
        if (answer.functionError() != null) {
            throw new SegmentQueryException(
                    Reason.FAILED, function + " failed (" + answer.functionError() + "): " + errorType(payload));
        }
        return JSON.std.mapFrom(payload);
    }

    private InvokeResponse invoked(SegmentQuestion question) {
        try {
            return client.invoke(invoke -> invoke.functionName(function)
                    .invocationType(InvocationType.REQUEST_RESPONSE)
                    .payload(SdkBytes.fromUtf8String(question.write())));
        } catch (SdkException unreachable) {
            throw new SegmentQueryException(Reason.BUSY, function + " could not be invoked.", unreachable);
        }
    }

    /** Never the message: it may name customers. */
    private static String errorType(byte[] payload) {
        try {
            return String.valueOf(JSON.std.mapFrom(payload).get("errorType"));
        } catch (JacksonException notJson) {
            return "unknown";
        }
    }
}
