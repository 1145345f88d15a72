package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.campaign.EstimateCampaign.Estimate;
import dev.groundswell.core.store.Store;

/** An estimate in the store's currency. */
record StoreEstimate(Store store, Estimate estimate) {}
