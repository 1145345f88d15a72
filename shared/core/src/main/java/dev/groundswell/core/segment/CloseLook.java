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
     * What came of it.
     *
     * @param matching  the places in the list of those whom the rule selects
     * @param readUnits of DynamoDB
     * @param requests  to DynamoDB
     */
    public record Seen(BitSet matching, double readUnits, int requests) {}

    private record Decided(boolean matches, double readUnits, int requests) {}

    /**
     * Which of some customers a rule selects.
     *
     * @param now what was placed or happened later is left out
     */
    public Seen look(StoreId store, SegmentPlan plan, List<AudienceRow> customers, Instant now) {
        var byPlace = new LinkedHashMap<Integer, AudienceRow>();
        customers.forEach(customer -> byPlace.put(byPlace.size(), customer));
        var matching = new BitSet(customers.size());
        var readUnits = 0.0;
        var requests = 0;
        var outcomes = FanOut.over(byPlace, AT_ONCE, row -> decide(store, plan, row, now));
        for (var outcome : outcomes.entrySet()) {
            var decided = outcome.getValue().orThrow();
            matching.set(outcome.getKey(), decided.matches());
            readUnits += decided.readUnits();
            requests += decided.requests();
        }
        return new Seen(matching, readUnits, requests);
    }

    private Decided decide(StoreId store, SegmentPlan plan, AudienceRow row, Instant now) {
        var read = histories.read(store, row.buyer());
        return new Decided(plan.matches(row, until(now, read.history())), read.readUnits(), read.requests());
    }

    private static BuyerHistory until(Instant now, BuyerHistory history) {
        return new BuyerHistory(
                history.orders().stream()
                        .filter(order -> !order.times().orderedAt().isAfter(now))
                        .toList(),
                history.days().stream().map(day -> until(now, day)).toList(),
                history.consents(),
                history.messages(),
                history.clicks(),
                history.reminders());
    }

    private static BehaviourDay until(Instant now, BehaviourDay day) {
        var events =
                day.events().stream().filter(event -> !event.at().isAfter(now)).toList();
        return new BehaviourDay(day.day(), events, day.beyond());
    }
}
