/**
 * Campaigns: one message to each member of a frozen audience, once, with one outcome for every member. Read {@link
 * dev.groundswell.core.campaign.CampaignState} for the life of one, {@link dev.groundswell.core.campaign.Chunk} for what is
 * known of its members, then {@link dev.groundswell.core.campaign.AdvanceCampaign} and {@link
 * dev.groundswell.core.campaign.SendChunk} for the work.
 */
@NullMarked
package dev.groundswell.core.campaign;

import org.jspecify.annotations.NullMarked;
