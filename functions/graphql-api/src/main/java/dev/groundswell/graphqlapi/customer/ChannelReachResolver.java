package dev.groundswell.graphqlapi.customer;

import dev.groundswell.core.customer.Reach;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class ChannelReachResolver extends ObjectResolver<ChannelReach> {

    public ChannelReachResolver() {
        super("ChannelReach", ChannelReach.class);
    }

    @Override
    protected @Nullable Object resolve(String field, ChannelReach channel, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "channel" -> channel.channel();
            case "reachable" -> channel.reach() instanceof Reach.Reachable;
            case "exclusion" -> exclusion(channel.reach());
            default -> throw withoutCase(field);
        };
    }

    private static @Nullable ExclusionReason exclusion(Reach reach) {
        return switch (reach) {
            case Reach.Reachable _ -> null;
            case Reach.Unreachable(var reason) -> reason;
        };
    }
}
