package dev.groundswell.bulksend;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.campaign.CampaignStepQueue;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.core.campaign.WatchCampaigns;
import java.io.InputStream;
import java.io.OutputStream;

/** Every minute: wakes workers for each campaign that is due or under way. */
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
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        watch.watch();
    }
}
