/** Campaigns in the API. Read {@link dev.groundswell.graphqlapi.campaign.CampaignMutations}. */
@NullMarked
package dev.groundswell.graphqlapi.campaign;

import org.jspecify.annotations.NullMarked;
