package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.metrics.ClickCounts;

/** What people did after a campaign's messages. */
record CampaignResults(StoreCampaign of, ClickCounts counts) {}
