package dev.groundswell.core.campaign;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Has a campaign's message sent to some addresses, to see it with one's own eyes. */
public final class TestCampaign {

    private final Campaigns campaigns;
    private final CampaignSteps steps;
    private final RandomGenerator random;

    public TestCampaign(Campaigns campaigns, CampaignSteps steps, RandomGenerator random) {
        this.campaigns = campaigns;
        this.steps = steps;
        this.random = random;
    }

    /** What came of it. */
    public sealed interface Result {

        /** @param messages that are on their way */
        record Begun(Campaign campaign, List<MessageId> messages) implements Result {}

        record NotFound() implements Result {}

        /** There are none, too many, or some of another channel. */
        record WrongAddresses() implements Result {}
    }

    public Result test(StoreId store, CampaignId id, List<Address> addresses) {
        return campaigns
                .find(store, id)
                .map(campaign -> fits(campaign, addresses)
                        ? begun(store, campaign, addresses.stream().distinct().toList())
                        : new Result.WrongAddresses())
                .orElseGet(Result.NotFound::new);
    }

    private static boolean fits(Campaign campaign, List<Address> addresses) {
        return !addresses.isEmpty()
                && addresses.size() <= CampaignLimits.MAX_TEST_ADDRESSES
                && addresses.stream()
                        .allMatch(address ->
                                address.channel() == campaign.settings().channel());
    }

    private Result begun(StoreId store, Campaign campaign, List<Address> addresses) {
        var test = String.format(Locale.ROOT, "%08x", random.nextInt());
        steps.wake(store, List.of(new CampaignStep.Test(campaign.id(), test, addresses)), Duration.ZERO);
        var purpose = campaign.id().purposeOfTest(test);
        return new Result.Begun(
                campaign,
                addresses.stream()
                        .map(address -> new MessageId(AddressKey.of(address), purpose))
                        .toList());
    }
}
