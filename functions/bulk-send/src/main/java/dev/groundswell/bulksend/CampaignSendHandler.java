package dev.groundswell.bulksend;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.campaign.CampaignStepQueue.Message;
import dev.groundswell.cloud.event.BatchAnswer;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.core.campaign.TakeStep;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.Stores;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The queue {@code CampaignSteps}: launches campaigns, plans what they cost, and sends them, step by step. */
public final class CampaignSendHandler implements RequestStreamHandler {

    /** A round of slices, each of which waits for its pace and its answers, and what is written down after it. */
    private static final int RESERVE_MILLIS = 60_000;

    private final Stores stores;
    private final TakeStep steps;

    public CampaignSendHandler() {
        this(FunctionEnvironment.current(), new SecureRandom());
    }

    CampaignSendHandler(FunctionEnvironment environment, RandomGenerator random) {
        var parts = new CampaignParts(environment, random);
        this.stores = parts.stores();
        this.steps = parts.steps();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var log = new FunctionLog(context.getLogger());
        var failed = new ArrayList<String>();
        for (var message : QueueEvent.read(event).messages()) {
            if (!isDone(message, context, log)) {
                failed.add(message.id());
            }
        }
        new BatchAnswer(failed).writeTo(answer);
    }

    private boolean isDone(QueueEvent.Message message, Context context, FunctionLog log) {
        var readable = Message.read(message.body());
        Optional<Store> store = readable.flatMap(known -> stores.find(known.store()));
        if (readable.isEmpty() || store.isEmpty()) {
            log.warn("message-unreadable", "message", message.id());
            return false;
        }
        var step = readable.get().step();
        try {
            steps.take(store.get(), step, () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
            return true;
        } catch (RuntimeException broken) {
            log.error("campaign-step-failed", broken, "campaign", step.campaign(), "step", step);
            return false;
        }
    }
}
