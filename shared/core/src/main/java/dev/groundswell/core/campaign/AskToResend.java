package dev.groundswell.core.campaign;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Takes it down that a person wants a campaign's unknown message sent again, and wakes a worker that {@linkplain ResendMessage
 * does it}. The wallet is looked at first, since the worker has nobody to tell. Where money goes between that look and the
 * worker's, nothing is sent, and asking again after a recharge sends it.
 */
public final class AskToResend {

    private final Messages messages;
    private final CampaignSteps steps;
    private final BillSeparately billing;

    public AskToResend(Messages messages, CampaignSteps steps, BillSeparately billing) {
        this.messages = messages;
        this.steps = steps;
        this.billing = billing;
    }

    /** What came of it. */
    public sealed interface Result {

        record Asked(Message message) implements Result {}

        /** There is no such message, or it is known what became of it. */
        record NotUnknown() implements Result {}

        /** It may cost more than the wallet has. */
        record WalletShort() implements Result {}
    }

    /** However often it is asked, it is one message. */
    public Result ask(StoreId store, CampaignId campaign, MessageId id) {
        var unknown = find(store, id);
        if (unknown.isEmpty()) {
            return new Result.NotUnknown();
        }
        if (!billing.canPay(store, id.address().channel(), unknown.get().facts().parts())) {
            return new Result.WalletShort();
        }
        return messages.resend(store, id)
                .<Result>map(message -> {
                    steps.wake(store, List.of(new CampaignStep.Resend(campaign, id)), Duration.ZERO);
                    return new Result.Asked(message);
                })
                .orElseGet(Result.NotUnknown::new);
    }

    private Optional<Message> find(StoreId store, MessageId id) {
        return Optional.ofNullable(messages.find(store, List.of(id)).get(id))
                .filter(message -> message.state() == MessageState.UNKNOWN);
    }
}
