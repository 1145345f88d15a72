package dev.groundswell.bulksend;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.campaign.CampaignStepQueue.Message;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.event.StoreMessages;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.core.campaign.TakeStep;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The queue {@code CampaignSteps}: launches campaigns, plans what they cost, and sends them, step by step. */
public final class CampaignSendHandler implements RequestStreamHandler {

    /** A round of slices, which may begin 15 seconds later at most, the 8 seconds of its answers, and what is written down after it. */
    private static final int RESERVE_MILLIS = 40_000;

    private final StoreMessages<Message> queue;
    private final TakeStep steps;

    public CampaignSendHandler() {
        this(FunctionEnvironment.current(), new SecureRandom());
    }

    CampaignSendHandler(FunctionEnvironment environment, RandomGenerator random) {
        var parts = new CampaignParts(environment, random);
        this.queue = new StoreMessages<>(Message::read, parts.stores(), "campaign-step-failed");
        this.steps = parts.steps();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        queue.take(
                        QueueEvent.read(event),
                        new FunctionLog(context.getLogger()),
                        (store, message) -> steps.take(
                                store, message.step(), () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS))
                .writeTo(answer);
    }
}
