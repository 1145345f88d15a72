package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.SegmentPreview.Reachability;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class SegmentReachabilityResolver extends ObjectResolver<Reachability> {

    SegmentReachabilityResolver() {
        super("SegmentReachability", Reachability.class);
    }

    @Override
    protected Object resolve(String field, Reachability reachability, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "sms" -> reachability.smsOnly();
            case "email" -> reachability.emailOnly();
            case "both" -> reachability.both();
            case "neither" -> reachability.neither();
            default -> throw withoutCase(field);
        };
    }
}
