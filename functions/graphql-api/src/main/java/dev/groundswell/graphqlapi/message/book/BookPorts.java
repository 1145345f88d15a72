package dev.groundswell.graphqlapi.message.book;

import dev.groundswell.core.campaign.CampaignSteps;
import dev.groundswell.core.campaign.ListCampaignMessages;
import dev.groundswell.core.message.Messages;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.page.ConnectionResolver;
import dev.groundswell.graphqlapi.page.EdgeResolver;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import java.util.List;

/** What the API's part in the books of messages stands on. */
public record BookPorts(Messages messages, ListCampaignMessages ofCampaign, CampaignSteps steps) {

    public MessageRoots roots(Background background) {
        return new MessageRoots(new MessagePages(messages, ofCampaign), background);
    }

    public MessageMutations mutations() {
        return new MessageMutations(messages, steps);
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
