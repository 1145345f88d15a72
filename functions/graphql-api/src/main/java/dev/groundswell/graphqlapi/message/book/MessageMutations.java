package dev.groundswell.graphqlapi.message.book;

import dev.groundswell.core.campaign.AskToResend;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;

/** The mutation {@code resendMessage}. */
public final class MessageMutations {

    private static final String ID = "id";

    private final AskToResend asking;

    MessageMutations(AskToResend asking) {
        this.asking = asking;
    }

    public Payload resend(StoreId store, Input input) {
        var id = MessageId.parse(input.text(ID));
        var campaign = id.flatMap(CampaignId::of);
        if (campaign.isEmpty()) {
            return Payload.refused(UserErrorCode.NOT_FOUND, ID, "No campaign has a message of this id.");
        }
        return switch (asking.ask(store, campaign.get(), id.get())) {
            case AskToResend.Result.Asked(var message) -> Payload.of("message", message);
            case AskToResend.Result.NotUnknown() ->
                Payload.refused(UserErrorCode.WRONG_STATE, ID, "Only a message that is UNKNOWN can be sent again.");
            case AskToResend.Result.WalletShort() ->
                Payload.refused(
                        UserErrorCode.WRONG_STATE, ID, "The wallet has less than it may cost: recharge it first.");
        };
    }
}
