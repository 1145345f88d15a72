package dev.groundswell.graphqlapi.customer;

import dev.groundswell.core.customer.MessageTimes;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class ChannelMessagesResolver extends ObjectResolver<MessageTimes> {

    public ChannelMessagesResolver() {
        super("ChannelMessages", MessageTimes.class);
    }

    @Override
    protected @Nullable Object resolve(String field, MessageTimes times, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "channel" -> times.channel();
            case "lastReceivedAt" -> times.lastReceivedAt();
            case "lastClickedAt" -> times.lastClickedAt();
            default -> throw withoutCase(field);
        };
    }
}
