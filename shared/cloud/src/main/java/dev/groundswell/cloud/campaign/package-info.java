/** Campaigns in DynamoDB, and the queue that wakes who sends them. Read {@link dev.groundswell.cloud.campaign.CampaignTable}. */
@NullMarked
package dev.groundswell.cloud.campaign;

import org.jspecify.annotations.NullMarked;
