package dev.groundswell.core.customer;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.InstantSource;

/** Keeps what somebody said about messages by a channel, if nothing later is known. */
public final class RecordConsent {

    /** How much a caller's clock may be ahead. Beyond it, what is said from now on would be overruled by a wrong clock. */
    public static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private final Consents consents;
    private final InstantSource time;

    public RecordConsent(Consents consents, InstantSource time) {
        this.consents = consents;
        this.time = time;
    }

    /** What became of it. */
    public sealed interface Result {

        /** @param inEffect what counts now: this one, or a later one that was known */
        record Recorded(Consent inEffect) implements Result {}

        /** It would have been said in the future. */
        record AheadOfTime() implements Result {}
    }

    public Result record(StoreId store, BuyerId buyer, Consent said) {
        return said.at().isAfter(time.instant().plus(MAX_AHEAD))
                ? new Result.AheadOfTime()
                : new Result.Recorded(consents.record(store, buyer, said));
    }
}
