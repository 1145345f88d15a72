package dev.groundswell.core.campaign;

import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.order.BuyerId;

/**
 * Who gets nothing so that the others can be compared with them: by chance, another choice for each campaign, and the same one
 * whoever asks.
 */
record HoldOut(long seed, int percent) {

    private static final int ALL = 100;

    static HoldOut of(CampaignId campaign, int percent) {
        return new HoldOut(RowHash.ofSeed("hold-out/" + campaign), percent);
    }

    boolean has(BuyerId buyer) {
        return percent > 0 && Long.remainderUnsigned(RowHash.mixed(RowHash.of(buyer), seed), ALL) < percent;
    }
}
