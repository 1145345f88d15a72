package dev.groundswell.bench.send;

import dev.groundswell.core.campaign.OutcomeCounts;
import dev.groundswell.core.message.MessageId;
import java.util.Set;

/**
 * What came of a campaign, added up member by member.
 *
 * @param counts      as its chunks say
 * @param doubled     how often a message arrived that had arrived before
 * @param lost        members without an outcome, and those who were sent a message as it seems, which never arrived
 * @param unexplained members with an outcome that nothing accounts for, and messages that arrived and are no member's
 * @param unknown     the messages that are unknown
 */
record Reckoning(OutcomeCounts counts, long doubled, long lost, long unexplained, Set<MessageId> unknown) {

    Reckoning {
        unknown = Set.copyOf(unknown);
    }
}
