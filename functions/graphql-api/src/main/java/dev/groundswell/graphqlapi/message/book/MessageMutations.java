package dev.groundswell.graphqlapi.message.book;

import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignStep;
import dev.groundswell.core.campaign.CampaignSteps;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.time.Duration;
import java.util.List;

/** The mutation {@code resendMessage}. */
public final class MessageMutations {

    private static final String ID = "id";

    private final Messages messages;
    private final CampaignSteps steps;

    MessageMutations(Messages messages, CampaignSteps steps) {
        this.messages = messages;
        this.steps = steps;
    }

    /** Notes it in the books first: whoever is woken sends only what is noted there. */
    public Payload resend(StoreId store, Input input) {
        var id = MessageId.parse(input.text(ID));
        var campaign = id.flatMap(CampaignId::of);
        if (campaign.isEmpty()) {
            return Payload.refused(UserErrorCode.NOT_FOUND, ID, "No campaign has a message of this id.");
        }
        return messages.resend(store, id.get())
                .map(message -> {
                    steps.wake(store, List.of(new CampaignStep.Resend(campaign.get(), id.get())), Duration.ZERO);
                    return Payload.of("message", message);
                })
                .orElseGet(() -> Payload.refused(
                        UserErrorCode.WRONG_STATE, ID, "Only a message that is UNKNOWN can be sent again."));
    }
}
