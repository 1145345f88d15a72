package dev.groundswell.graphqlapi.message.book;

import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.execution.Loaders;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class MessageResolver extends ObjectResolver<Message> {

    MessageResolver() {
        super("Message", Message.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Message message, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> message.id().toString();
            case "campaignId" ->
                CampaignId.of(message.id()).map(CampaignId::value).orElse(null);
            case "customerId" -> message.facts().buyer().value();
            case "customer" -> Loaders.customer(query.get(), message.facts().buyer());
            case "channel" -> message.id().address().channel();
            case "address" ->
                message.facts()
                        .address()
                        .map(address -> shown(address, Caller.of(query.get().getGraphQlContext())))
                        .orElse(null);
            case "kind" -> message.facts().kind();
            case "parts" -> message.facts().parts();
            case "state" -> message.state();
            case "since" -> message.since();
            case "sentAt" -> message.handover().map(Outcome.Sent::at).orElse(null);
            case "settledAt" -> message.outcome().map(Outcome::at).orElse(null);
            case "provider" -> provider(message);
            case "providerMessageId" ->
                message.handover().map(Outcome.Sent::providerMessageId).orElse(null);
            case "exclusion" ->
                message.outcome().orElse(null) instanceof Outcome.Excluded(var _, var reason) ? reason : null;
            case "code" -> message.outcome().orElse(null) instanceof Outcome.Failed failed ? failed.code() : null;
            case "reason" -> message.outcome().map(MessageResolver::reason).orElse(null);
            case "resentAs" -> message.resentAs().map(MessageId::toString).orElse(null);
            default -> throw withoutCase(field);
        };
    }

    private static String shown(Address address, Caller caller) {
        return switch (address) {
            case Phone phone -> caller.shown(phone);
            case Email email -> caller.shown(email);
        };
    }

    /** Who took it, or refused it. */
    private static @Nullable String provider(Message message) {
        var refusedBy = message.outcome().orElse(null) instanceof Outcome.Failed failed ? failed.provider() : "";
        var provider = message.handover().map(Outcome.Sent::provider).orElse(refusedBy);
        return provider.isEmpty() ? null : provider;
    }

    private static @Nullable String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown(var _, var _, var reason) -> reason;
            case Outcome.Failed failed -> failed.message();
            case Outcome.Excluded _, Outcome.Sent _, Outcome.Delivered _ -> null;
        };
    }
}
