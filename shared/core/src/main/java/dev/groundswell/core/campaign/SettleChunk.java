package dev.groundswell.core.campaign;

import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.core.wallet.Wallets.Settling;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Pays for what a chunk has sent, once every member has an outcome, and gives back what was reserved for the others. What is
 * unknown stays reserved; once it is known, it is settled too. What nobody told of in the end is paid for.
 */
public final class SettleChunk {

    private final CampaignChunks chunks;
    private final Wallets wallets;
    private final InstantSource time;

    public SettleChunk(CampaignChunks chunks, Wallets wallets, InstantSource time) {
        this.chunks = chunks;
        this.wallets = wallets;
        this.time = time;
    }

    /** Does nothing for a chunk that is not complete, or has nothing to settle. */
    void settle(StoreId store, CampaignId campaign, Run run, ChunkKey key) {
        settle(store, campaign, find(store, campaign, key), bill -> bill.next(run.prices()));
    }

    /** @param read as it was read or written last; whoever has changed it since settles it too */
    void settle(StoreId store, CampaignId campaign, Run run, Chunk read) {
        settle(store, campaign, read, bill -> bill.next(run.prices()));
    }

    /** Pays also for what is unknown: a provider bills what it took, and nobody will say any more that it did not. */
    void close(StoreId store, CampaignId campaign, Run run, ChunkKey key) {
        settle(store, campaign, find(store, campaign, key), bill -> bill.last(run.prices()));
    }

    private Chunk find(StoreId store, CampaignId campaign, ChunkKey key) {
        return chunks.find(store, campaign, key).orElseThrow();
    }

    private void settle(StoreId store, CampaignId campaign, Chunk read, Function<Bill, Payment> wanted) {
        var chunk = read;
        for (var attempt = 0; attempt < CampaignLimits.MAX_ATTEMPTS; attempt++) {
            var next = wanted.apply(chunk.bill());
            if (!chunk.isComplete() || next.step().isEmpty()) {
                return;
            }
            var payment = chunk.bill().payment().step().isPresent() ? pay(store, campaign, chunk) : next;
            var settled = chunk.paying(payment);
            chunk = chunks.save(store, campaign, settled) ? settled : find(store, campaign, chunk.key());
        }
        throw new IllegalStateException("Chunk " + read.key() + " of campaign " + campaign + " changes all the time.");
    }

    /** Asks the wallet for the step that is written down: again, if it was asked before. */
    private Payment pay(StoreId store, CampaignId campaign, Chunk chunk) {
        var step = chunk.bill().payment().step().orElseThrow();
        var id = campaign + "/" + chunk.key() + "/" + chunk.bill().payment().steps();
        var settled = wallets.settle(store, campaign.value(), id, step.amount(), step.release(), time.instant());
        if (settled == Settling.BEYOND_RESERVATION) {
            throw new IllegalStateException("The reservation of campaign " + campaign + " has less than " + step
                    + " left, which chunk " + chunk.key() + " is to settle.");
        }
        return chunk.bill().payment().done();
    }
}
