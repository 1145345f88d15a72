package dev.groundswell.core.campaign;

import dev.groundswell.core.link.Attribution;
import dev.groundswell.core.link.Attributions;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.StoreId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Payments after a click count for the campaign whose message it was in. A campaign that was sent changes no more, so it is remembered. */
public final class CampaignAttributions implements Attributions {

    /** Those whose messages are clicked at one time are few. */
    private static final int MAX_REMEMBERED = 1_000;

    private final Campaigns campaigns;
    private final Map<Of, Attribution> remembered = new ConcurrentHashMap<>();

    private record Of(StoreId store, CampaignId campaign) {}

    public CampaignAttributions(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Optional<Attribution> of(StoreId store, MessageId message) {
        return CampaignId.of(message).flatMap(campaign -> of(new Of(store, campaign)));
    }

    private Optional<Attribution> of(Of of) {
        var known = remembered.get(of);
        if (known != null) {
            return Optional.of(known);
        }
        var found = campaigns
                .find(of.store(), of.campaign())
                .map(campaign -> new Attribution(
                        campaign.id().purpose(), campaign.settings().attribution()));
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        found.ifPresent(attribution -> remembered.put(of, attribution));
        return found;
    }
}
