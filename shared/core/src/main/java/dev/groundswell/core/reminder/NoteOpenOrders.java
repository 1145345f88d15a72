package dev.groundswell.core.reminder;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderVersion;
import dev.groundswell.core.reminder.WakeUps.WakeUp;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/**
 * Sees to it that an open order is looked at. Whoever projects a buyer's orders calls it before the profile is written, so that a
 * crash in between leaves something to do again.
 */
public final class NoteOpenOrders {

    /** Nine in ten orders are paid by then, and need no second look; no task reminds earlier. */
    public static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    /** What has been open for longer than a promotion with its presale is nobody's to pay any more. */
    public static final Duration LONGEST_OPEN = Duration.ofDays(60);

    private final WakeUps wakeUps;
    private final InstantSource time;

    public NoteOpenOrders(WakeUps wakeUps, InstantSource time) {
        this.wakeUps = wakeUps;
        this.time = time;
    }

    /** @param orders some of whom may be paid or closed, which need no look */
    public void note(StoreId store, Collection<Order> orders) {
        var earliest = time.instant().minus(LONGEST_OPEN);
        var open = orders.stream()
                .filter(order -> Phase.of(order).isPresent())
                .filter(order -> order.times().orderedAt().isAfter(earliest))
                .map(NoteOpenOrders::wakeUp)
                .toList();
        if (!open.isEmpty()) {
            wakeUps.put(store, open);
        }
    }

    /** The same one for the same snapshot, so that noting it again puts nothing more. */
    private static WakeUp wakeUp(Order order) {
        return new WakeUp(
                order.times().orderedAt().plus(FIRST_LOOK),
                order.buyer(),
                order.id(),
                OrderVersion.of(order).value(),
                Optional.empty());
    }
}
