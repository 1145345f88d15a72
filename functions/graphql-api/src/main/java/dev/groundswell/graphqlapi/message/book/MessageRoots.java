package dev.groundswell.graphqlapi.message.book;

import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Loaders;
import dev.groundswell.graphqlapi.execution.Refusal;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.PageArguments;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The root field {@code messages}. */
public final class MessageRoots {

    private final MessagePages pages;
    private final Background background;

    MessageRoots(MessagePages pages, Background background) {
        this.pages = pages;
        this.background = background;
    }

    /** @throws Refusal if the filter asks for all messages of the store */
    public CompletableFuture<Connection<Message>> list(Store store, DataFetchingEnvironment query) {
        var arguments = PageArguments.of(query);
        var filter = Filter.of(query);
        if (filter.customer().isPresent()) {
            return ofCustomer(store, query, filter, arguments);
        }
        return background.call(() -> filter.campaign().isPresent() && !filter.isForUnknown()
                ? pages.ofCampaign(store.id(), filter.campaign().get(), filter.state(), arguments)
                : pages.unknown(store.id(), filter.campaign(), arguments));
    }

    private CompletableFuture<Connection<Message>> ofCustomer(
            Store store, DataFetchingEnvironment query, Filter filter, PageArguments arguments) {
        return Loaders.customer(query, filter.customer().orElseThrow())
                .thenCompose(customer -> background.call(
                        () -> pages.ofCustomer(store.id(), Optional.ofNullable(customer), filter, arguments)));
    }

    /** Which messages are asked for: all that is named has to hold. */
    record Filter(Optional<BuyerId> customer, Optional<CampaignId> campaign, Optional<MessageState> state) {

        static Filter of(DataFetchingEnvironment query) {
            Map<String, Object> input = Objects.requireNonNull(query.getArgument("filter"));
            var filter = new Filter(
                    text(input, "customerId").map(Filter::buyer),
                    text(input, "campaignId").map(Filter::campaign),
                    text(input, "state").map(MessageState::valueOf));
            if (filter.customer().isEmpty() && filter.campaign().isEmpty() && !filter.isForUnknown()) {
                throw refused("Name a customer, a campaign, or the state UNKNOWN.");
            }
            return filter;
        }

        private static Optional<String> text(Map<String, Object> input, String name) {
            return Optional.ofNullable(input.get(name)).map(Object::toString);
        }

        private static BuyerId buyer(String id) {
            if (id.isEmpty() || id.length() > BuyerId.MAX_LENGTH) {
                throw refused("A customer's id has 1 to " + BuyerId.MAX_LENGTH + " characters.");
            }
            return new BuyerId(id);
        }

        private static CampaignId campaign(String id) {
            if (!CampaignId.isValid(id)) {
                throw refused("That is no campaign's id.");
            }
            return new CampaignId(id);
        }

        private static Refusal refused(String message) {
            return new Refusal(ErrorCode.BAD_USER_INPUT, message);
        }

        boolean isForUnknown() {
            return state.equals(Optional.of(MessageState.UNKNOWN));
        }

        boolean takes(Message message) {
            return customer.map(message.facts().buyer()::equals).orElse(true)
                    && campaign.map(it -> CampaignId.of(message.id()).equals(Optional.of(it)))
                            .orElse(true)
                    && state.map(message.state()::equals).orElse(true);
        }
    }
}
