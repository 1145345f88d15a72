package dev.groundswell.core.campaign;

import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where campaigns are kept. */
public interface Campaigns {

    /**
     * Keeps it if the one that is kept has the revision before its own; at revision 1 if none is kept.
     *
     * @return whether it is kept now; if not, nothing has changed
     */
    boolean save(Store store, Campaign campaign);

    /** Read after every write that has ended. */
    Optional<Campaign> find(StoreId store, CampaignId id);

    /** Whether it is {@link CampaignState.Sending}, read as strictly, for those who ask again and again. */
    boolean isSending(StoreId store, CampaignId id);

    /**
     * Those made last come first.
     *
     * @param status empty for any
     * @param before the id after which to go on, exclusive
     */
    List<Campaign> newest(StoreId store, int limit, Optional<CampaignStatus> status, Optional<CampaignId> before);

    /** Those of all stores that somebody has to look at, by {@link Campaign#dueAt}, the longest due first; may be seconds behind. */
    List<Due> due(Instant now, int limit);

    record Due(StoreId store, CampaignId campaign) {}
}
