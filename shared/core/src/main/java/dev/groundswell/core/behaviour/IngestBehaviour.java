package dev.groundswell.core.behaviour;

import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.RejectedChanges;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.StoreCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes behaviour events in: the valid ones are kept by buyer and day, one write for each of these; the others are kept as
 * rejected, with the reason. Doing it again, in any order or in other batches, ends alike.
 */
public final class IngestBehaviour {

    /** Writes under way at once: enough to hide a write's latency, few enough for one connection pool. */
    private static final int PARALLEL_WRITES = 16;

    private final BehaviourDays days;
    private final RejectedChanges rejectedChanges;

    public IngestBehaviour(BehaviourDays days, RejectedChanges rejectedChanges) {
        this.days = days;
        this.rejectedChanges = rejectedChanges;
    }

    /** An event that passed the reader. */
    public record ValidEvent(Store store, BehaviourEvent event) {

        BuyerDay day() {
            return new BuyerDay(store.id(), event.buyer(), new StoreCalendar(store.zone()).dayOf(event.at()));
        }
    }

    /** An event that did not. */
    public record InvalidEvent(StoreId store, RejectedChange event) {}

    /** A day of a buyer, in the store's zone. */
    public record BuyerDay(StoreId store, BuyerId buyer, LocalDate day) {}

    /**
     * What became of the events.
     *
     * @param written  days that hold these events now
     * @param rejected events that are kept as rejected
     * @param failures why a day could not be written: its events are to be tried again
     */
    public record Result(int written, int rejected, Map<BuyerDay, RuntimeException> failures) {

        public boolean failed(ValidEvent event) {
            return failures.containsKey(event.day());
        }
    }

    /** @throws RuntimeException if what is rejected could not be kept; then all is to be tried again */
    public Result ingest(Collection<ValidEvent> valid, Collection<InvalidEvent> invalid) {
        var byDay = new LinkedHashMap<BuyerDay, List<BehaviourEvent>>();
        valid.forEach(event ->
                byDay.computeIfAbsent(event.day(), _ -> new ArrayList<>()).add(event.event()));
        var writes = new LinkedHashMap<BuyerDay, Map.Entry<BuyerDay, List<BehaviourEvent>>>();
        byDay.entrySet().forEach(day -> writes.put(day.getKey(), day));
        var failures = new HashMap<BuyerDay, RuntimeException>();
        FanOut.over(writes, PARALLEL_WRITES, this::write).forEach((day, outcome) -> {
            switch (outcome) {
                case FanOut.Outcome.Done<BuyerDay> _ -> {}
                case FanOut.Outcome.Failed<BuyerDay>(var cause) -> failures.put(day, cause);
            }
        });
        reject(invalid);
        return new Result(byDay.size() - failures.size(), invalid.size(), Map.copyOf(failures));
    }

    private BuyerDay write(Map.Entry<BuyerDay, List<BehaviourEvent>> entry) {
        var day = entry.getKey();
        days.add(day.store(), day.buyer(), day.day(), entry.getValue());
        return day;
    }

    private void reject(Collection<InvalidEvent> invalid) {
        invalid.stream()
                .collect(Collectors.groupingBy(
                        InvalidEvent::store, Collectors.mapping(InvalidEvent::event, Collectors.toList())))
                .forEach(rejectedChanges::add);
    }
}
