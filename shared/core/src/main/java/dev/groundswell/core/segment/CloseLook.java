package dev.groundswell.core.segment;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;

/** Decides the customers whom the columns do not decide, by what is stored of each. */
public final class CloseLook {

    /** Histories read at once: as many as half of the client's connections. */
    private static final int AT_ONCE = 32;

    private final BuyerHistories histories;

    public CloseLook(BuyerHistories histories) {
        this.histories = histories;
    }

    /**
     * Which of some customers a rule selects.
     *
     * @param now what was placed or happened later is left out
     * @return the places in the list
     */
    public BitSet matching(StoreId store, SegmentPlan plan, List<AudienceRow> customers, Instant now) {
        var byPlace = new LinkedHashMap<Integer, AudienceRow>();
        customers.forEach(customer -> byPlace.put(byPlace.size(), customer));
        var matching = new BitSet(customers.size());
        FanOut.over(byPlace, AT_ONCE, row -> plan.matches(row, until(now, histories.ofBuyer(store, row.buyer()))))
                .forEach((place, matches) -> matching.set(place, matches.orThrow()));
        return matching;
    }

    private static BuyerHistory until(Instant now, BuyerHistory history) {
        return new BuyerHistory(
                history.orders().stream()
                        .filter(order -> !order.times().orderedAt().isAfter(now))
                        .toList(),
                history.days().stream().map(day -> until(now, day)).toList(),
                history.consents(),
                history.messages());
    }

    private static BehaviourDay until(Instant now, BehaviourDay day) {
        var events =
                day.events().stream().filter(event -> !event.at().isAfter(now)).toList();
        return new BehaviourDay(day.day(), events, day.beyond());
    }
}
