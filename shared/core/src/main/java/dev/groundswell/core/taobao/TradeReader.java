package dev.groundswell.core.taobao;

import dev.groundswell.core.store.TaobaoAccess;
import java.util.Map;

/** Reads trades from the Taobao Open Platform. */
public interface TradeReader {

    Reading read(TaobaoAccess access, NamedTrade trade);

    /** What became of a reading. Reasons are for people, and hold no secret. */
    sealed interface Reading {

        /** The trade, as the platform answers one. */
        record Found(Map<String, Object> trade) implements Reading {}

        /** The platform does not give this trade, now or later. */
        record Refused(String reason) implements Reading {}

        /** The platform does not know the access, or not any more: somebody must renew it. */
        record NotPermitted(String reason) implements Reading {}

        /** The platform is busy, or out of reach: the same question may be answered later. */
        record NotNow(String reason) implements Reading {}
    }
}
