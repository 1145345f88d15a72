package dev.groundswell.core.campaign;

import dev.groundswell.core.segment.freeze.RangeId;

/** Something that a worker is woken for. */
public sealed interface CampaignStep {

    CampaignId campaign();

    /** Look what can be done next. */
    record Advance(CampaignId campaign) implements CampaignStep {}

    /** Make the messages of a range once, and work out what they cost. */
    record Plan(CampaignId campaign, RangeId range) implements CampaignStep {}

    /** Send to the members of a chunk, or end what cannot be sent any more. */
    record Send(CampaignId campaign, ChunkKey chunk) implements CampaignStep {}
}
