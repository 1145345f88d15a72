package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.campaign.CampaignChunks;
import dev.groundswell.core.campaign.CampaignSteps;
import dev.groundswell.core.campaign.Campaigns;
import dev.groundswell.core.campaign.DirectCampaign;
import dev.groundswell.core.campaign.EstimateCampaign;
import dev.groundswell.core.campaign.NoteExpectedCost;
import dev.groundswell.core.campaign.ReportProgress;
import dev.groundswell.core.campaign.SaveCampaign;
import dev.groundswell.core.campaign.ScheduleCampaign;
import dev.groundswell.core.campaign.TestCampaign;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.link.Links;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.metrics.ClickCounters;
import dev.groundswell.core.segment.DescribeAudience;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.page.ConnectionResolver;
import dev.groundswell.graphqlapi.page.EdgeResolver;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the API's part in campaigns stands on.
 *
 * @param clicks     and payments after them, counted
 * @param links      that were clicked
 * @param linkOrigin of short links, for stores without a domain of their own
 */
public record CampaignPorts(
        Campaigns campaigns,
        CampaignChunks chunks,
        CampaignSteps steps,
        ClickCounters clicks,
        Links links,
        MessageSettingsStore settings,
        Providers providers,
        SegmentQueries queries,
        CustomerProfiles customers,
        String linkOrigin,
        RandomGenerator random,
        InstantSource time) {

    public CampaignRoots roots(Background background) {
        return new CampaignRoots(campaigns, background);
    }

    /** @param wallets that are warned of what is scheduled */
    public CampaignMutations mutations(Wallets wallets) {
        var estimating = new EstimateCampaign(
                queries, new DescribeAudience(queries, customers), providers, settings, linkOrigin, time);
        return new CampaignMutations(
                campaigns,
                new SaveCampaign(campaigns, settings, time, random),
                estimating,
                new TestCampaign(campaigns, steps, random),
                new ScheduleCampaign(campaigns, steps, settings, time),
                new DirectCampaign(campaigns, steps, time),
                new NoteExpectedCost(campaigns, wallets, new CostWhereTold(estimating)));
    }

    /** Of all types of the topic. */
    public List<ObjectResolver<?>> resolvers(Background background) {
        return List.of(
                new CampaignResolver(new ReportProgress(chunks), clicks, new ClickedLinkPages(links), background),
                new CampaignResultsResolver(),
                new ClickedLinkResolver(),
                new ConnectionResolver("ClickedLinkConnection"),
                new EdgeResolver("ClickedLinkEdge"),
                new SmsWordingResolver(),
                new EmailWordingResolver(),
                new CampaignProgressResolver(),
                new ExclusionCountResolver(),
                new ConnectionResolver("CampaignConnection"),
                new EdgeResolver("CampaignEdge"),
                new CampaignEstimateResolver(),
                new CampaignDestinationResolver(),
                new PayloadResolver("SaveCampaignPayload", "campaign"),
                new PayloadResolver("CampaignPayload", "campaign"),
                new PayloadResolver("EstimateCampaignPayload", "estimate"),
                new PayloadResolver("TestSendCampaignPayload", "messageIds"));
    }
}
