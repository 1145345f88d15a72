package dev.groundswell.core.campaign;

import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** {@link Campaigns} in memory. */
public final class CampaignsInMemory implements Campaigns {

    private record Kept(Campaign campaign, Optional<Instant> dueAt) {}

    private final Map<StoreId, NavigableMap<CampaignId, Kept>> kept = new HashMap<>();

    @Override
    public synchronized boolean save(Store store, Campaign campaign) {
        var ofStore = kept.computeIfAbsent(store.id(), _ -> new TreeMap<>());
        var known = ofStore.get(campaign.id());
        var before = known == null ? 0 : known.campaign().revision();
        if (campaign.revision() != before + 1) {
            return false;
        }
        ofStore.put(campaign.id(), new Kept(campaign, campaign.dueAt(store.zone())));
        return true;
    }

    @Override
    public synchronized Optional<Campaign> find(StoreId store, CampaignId id) {
        return Optional.ofNullable(ofStore(store).get(id)).map(Kept::campaign);
    }

    @Override
    public boolean isSending(StoreId store, CampaignId id) {
        return find(store, id)
                .filter(campaign -> campaign.state() instanceof CampaignState.Sending)
                .isPresent();
    }

    @Override
    public synchronized List<Campaign> newest(
            StoreId store, int limit, Optional<CampaignStatus> status, Optional<CampaignId> before) {
        return ofStore(store).descendingMap().values().stream()
                .map(Kept::campaign)
                .filter(campaign -> before.isEmpty() || campaign.id().compareTo(before.get()) < 0)
                .filter(campaign -> status.isEmpty() || campaign.status() == status.get())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Due> due(Instant now, int limit) {
        record Dated(Instant at, Due due) {}
        return kept.entrySet().stream()
                .flatMap(ofStore -> ofStore.getValue().values().stream()
                        .filter(one ->
                                one.dueAt().filter(at -> !at.isAfter(now)).isPresent())
                        .map(one -> new Dated(
                                one.dueAt().orElseThrow(),
                                new Due(ofStore.getKey(), one.campaign().id()))))
                .sorted(Comparator.comparing(Dated::at))
                .limit(limit)
                .map(Dated::due)
                .toList();
    }

    private NavigableMap<CampaignId, Kept> ofStore(StoreId store) {
        return kept.getOrDefault(store, new TreeMap<>());
    }
}
