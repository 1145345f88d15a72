package dev.groundswell.bulksend;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.campaign.CampaignStepQueue;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.core.campaign.WatchCampaigns;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Every minute: wakes workers for each campaign that is due or under way, and answers for how many: {@code {"woken":2}}. */
public final class CampaignWatchHandler implements RequestStreamHandler {

    private final WatchCampaigns watch;

    public CampaignWatchHandler() {
        this(FunctionEnvironment.current());
    }

    CampaignWatchHandler(FunctionEnvironment environment) {
        var clients = environment.clients();
        this.watch = new WatchCampaigns(
                new CampaignTable(clients.dynamoDb(), environment.require("CAMPAIGNS_TABLE")),
                new CampaignStepQueue(clients.sqs(), environment.require("CAMPAIGN_STEPS_QUEUE")),
                environment.time());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write("{\"woken\":%d}".formatted(watch.watch()).getBytes(StandardCharsets.UTF_8));
    }
}
