package dev.groundswell.core.campaign;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.segment.freeze.RangeId;
import java.util.List;

/** Something that a worker is woken for. */
public sealed interface CampaignStep {

    CampaignId campaign();

    /** Look what can be done next. */
    record Advance(CampaignId campaign) implements CampaignStep {}

    /** Make the messages of a range once, and work out what they cost. */
    record Plan(CampaignId campaign, RangeId range) implements CampaignStep {}

    /** Send to the members of a chunk, or end what cannot be sent any more. */
    record Send(CampaignId campaign, ChunkKey chunk) implements CampaignStep {}

    /**
     * Send it to some addresses for a test.
     *
     * @param test unlike that of any other test of the campaign, 8 hexadecimal digits
     */
    record Test(CampaignId campaign, String test, List<Address> addresses) implements CampaignStep {

        public Test {
            addresses = List.copyOf(addresses);
        }

        /** Never an address in a log. */
        @Override
        public String toString() {
            return "Test[" + campaign + ", " + test + "]";
        }
    }

    /**
     * Send an unknown message again, as a person decided.
     *
     * @param message the unknown one
     */
    record Resend(CampaignId campaign, MessageId message) implements CampaignStep {}
}
