package dev.groundswell.graphqlapi.message.book;

import dev.groundswell.core.campaign.AskToResend;
import dev.groundswell.core.campaign.BillSeparately;
import dev.groundswell.core.campaign.CampaignSteps;
import dev.groundswell.core.campaign.ListCampaignMessages;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.page.ConnectionResolver;
import dev.groundswell.graphqlapi.page.EdgeResolver;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import java.time.InstantSource;
import java.util.List;

/** What the API's part in the books of messages stands on. */
public record BookPorts(Messages messages, ListCampaignMessages ofCampaign, CampaignSteps steps) {

    public MessageRoots roots(Background background) {
        return new MessageRoots(new MessagePages(messages, ofCampaign), background);
    }

    /** @param wallets   and the providers' prices: for what a message that is sent again costs */
    public MessageMutations mutations(Wallets wallets, Providers providers, InstantSource time) {
        return new MessageMutations(new AskToResend(messages, steps, new BillSeparately(wallets, providers, time)));
    }

    /** Of all types of the topic. */
    public List<ObjectResolver<?>> resolvers() {
        return List.of(
                new MessageResolver(),
                new ConnectionResolver("MessageConnection"),
                new EdgeResolver("MessageEdge"),
                new PayloadResolver("ResendMessagePayload", "message"));
    }
}
