package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.CampaignState.Freezing;
import dev.groundswell.core.campaign.CampaignState.Paused;
import dev.groundswell.core.campaign.CampaignState.Planning;
import dev.groundswell.core.campaign.CampaignState.Reserving;
import dev.groundswell.core.campaign.CampaignState.Scheduled;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.wallet.Wallets;
import java.util.OptionalLong;

/**
 * Notes in the wallet what a campaign is expected to cost from when it is scheduled until that is reserved, so that the wallet
 * warns before the campaign fails. It is called after each change by a person; a note that is missing, since nobody came to
 * it, costs no more than the warning.
 */
public final class NoteExpectedCost {

    private final Campaigns campaigns;
    private final Wallets wallets;
    private final ExpectedCost cost;

    public NoteExpectedCost(Campaigns campaigns, Wallets wallets, ExpectedCost cost) {
        this.campaigns = campaigns;
        this.wallets = wallets;
        this.cost = cost;
    }

    /** What it would cost if it were sent now. */
    @FunctionalInterface
    public interface ExpectedCost {

        /** In minor units, at most; empty where nobody can tell at present. */
        OptionalLong of(Store store, Campaign campaign);
    }

    /**
     * Whoever changes the campaign meanwhile finds it noted as it is then, or this one looks again. Where nobody can tell what it
     * costs, what was noted before stays: the campaign is scheduled all the same.
     */
    public void note(Store store, CampaignId id) {
        for (var attempt = 0; attempt < CampaignLimits.MAX_ATTEMPTS; attempt++) {
            var campaign = campaigns.find(store.id(), id).orElseThrow();
            expected(store, campaign).ifPresent(amount -> wallets.plan(store.id(), id.value(), amount));
            if (campaigns.find(store.id(), id).orElseThrow().revision() == campaign.revision()) {
                return;
            }
        }
    }

    private OptionalLong expected(Store store, Campaign campaign) {
        return isAwaited(campaign.state()) ? cost.of(store, campaign) : OptionalLong.of(0);
    }

    /** Whether it is to be sent, and nothing is reserved for it. */
    private static boolean isAwaited(CampaignState state) {
        return switch (state) {
            case Scheduled _, Freezing _, Planning _, Reserving _ -> true;
            case Paused(var before, var _) -> isAwaited(before);
            default -> false;
        };
    }
}
