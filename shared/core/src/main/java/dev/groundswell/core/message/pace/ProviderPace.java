package dev.groundswell.core.message.pace;

import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.send.Urgency;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one worker holds of the paces of one provider, for messages of one urgency: the provider's own, and those to families.
 * A call to a family has to keep both. Safe for many threads; none waits in here but for a lease.
 */
final class ProviderPace {

    /** A share of what providers allow is left free: clocks differ a little, and calls take different times to arrive. */
    private static final int PERCENT_USED = 95;

    private static final int PERCENT = 100;

    private final String worker;
    private final Urgency urgency;
    private final Lender lender;
    private final Map<PaceKey, HeldPace> held = new HashMap<>();

    /** Where leases come from. */
    @FunctionalInterface
    interface Lender {

        /** As {@link LeasePace#lease}. */
        List<Lease> lease(PaceKey pace, PaceRequest request, List<Lease> held);
    }

    ProviderPace(String worker, Urgency urgency, Lender lender) {
        this.worker = worker;
        this.urgency = urgency;
        this.lender = lender;
    }

    /**
     * What a worker would send.
     *
     * @param family  empty unless the provider has a limit for it
     * @param parts   of each message
     * @param hasMore whether messages after these are likely
     */
    record Demand(Provider provider, Optional<MailboxFamily> family, List<Integer> parts, boolean hasMore) {

        int least() {
            return parts.stream().mapToInt(Integer::intValue).max().orElse(1);
        }

        int all() {
            return parts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** How many of the messages, in their order, can go between these instants; it is promised to them. */
    synchronized int admit(Demand demand, Instant now, Instant until) {
        var paces = paces(demand);
        for (var pace : paces) {
            if (demand.hasMore()) {
                // It wishes for all there is, so asking more often brings nothing.
                pace.renew(now, lender(demand, pace, now));
            } else {
                pace.renewFor(demand.all(), now, lender(demand, pace, now));
            }
        }
        var free = paces.stream().mapToLong(pace -> pace.free(now, until)).min().orElse(0);
        var admitted = 0;
        var promised = 0;
        for (var parts : demand.parts()) {
            if (promised + parts > free) {
                break;
            }
            promised += parts;
            admitted++;
        }
        for (var pace : paces) {
            pace.promise(promised, until);
        }
        return admitted;
    }

    /** Messages of so many parts will not go after all. */
    synchronized void giveBack(Demand demand) {
        paces(demand).forEach(pace -> pace.keep(demand.all()));
    }

    /**
     * Room for a call.
     *
     * @param at       when there is room
     * @param messages how many have it, from the first; none where it is later
     */
    record Room(Instant at, int messages) {}

    /**
     * Takes the room for one call of as many of the messages as can go together now.
     *
     * @return empty if there is none in what could be leased
     */
    synchronized Optional<Room> take(Demand call, Instant now) {
        var paces = renewedIfPossible(call, now);
        var first = call.parts().getFirst();
        return earliest(paces, first, now)
                .map(at -> at.equals(now) ? taken(paces, call.parts(), now) : new Room(at, 0));
    }

    private static Room taken(List<HeldPace> paces, List<Integer> parts, Instant now) {
        var most = paces.stream().mapToInt(pace -> pace.atOnce(now)).min().orElse(0);
        var together = parts.getFirst();
        var messages = 1;
        while (messages < parts.size() && together + parts.get(messages) <= most) {
            together += parts.get(messages);
            messages++;
        }
        for (var pace : paces) {
            pace.take(together, now);
        }
        return new Room(now, messages);
    }

    /** The first instant that suits all of them. */
    private static Optional<Instant> earliest(List<HeldPace> paces, int parts, Instant now) {
        var at = now;
        for (var before = Instant.MIN; !at.equals(before); ) {
            before = at;
            for (var pace : paces) {
                var suits = pace.earliest(parts, at);
                if (suits.isEmpty()) {
                    return Optional.empty();
                }
                at = suits.get();
            }
        }
        return Optional.of(at);
    }

    /** Messages that are claimed already must not suffer from a book that cannot be read: what is held is good till its end. */
    private List<HeldPace> renewedIfPossible(Demand demand, Instant now) {
        var paces = paces(demand);
        try {
            paces.forEach(pace -> pace.renew(now, lender(demand, pace, now)));
        } catch (RuntimeException notNow) {
            return paces;
        }
        return paces;
    }

    private HeldPace.Lender lender(Demand demand, HeldPace pace, Instant now) {
        return (key, its) -> lender.lease(key, request(demand, key, pace.promised(now)), its);
    }

    private List<HeldPace> paces(Demand demand) {
        var id = demand.provider().id();
        return Stream.concat(demand.family().stream().map(family -> PaceKey.of(id, family)), Stream.of(PaceKey.of(id)))
                .map(key -> held.computeIfAbsent(key, HeldPace::new))
                .toList();
    }

    /** @param promised to messages before these, which go beside them */
    private PaceRequest request(Demand demand, PaceKey key, int promised) {
        var limits = demand.provider().limits();
        var total = used(key.family().map(limits.byFamily()::get).orElse(limits.partsPerSecond()));
        var share = share(total, limits);
        var wish = demand.hasMore() ? share : Math.min(share, promised + demand.all());
        return new PaceRequest(worker, urgency, total, share, Math.max(1, wish), demand.least());
    }

    private static int used(int limit) {
        return Math.max(1, limit * PERCENT_USED / PERCENT);
    }

    /** At least 1: a limit of 1 a second is shared by taking turns. */
    private int share(int total, PaceLimits limits) {
        return switch (urgency) {
            case REMINDER -> total;
            case CAMPAIGN -> Math.max(1, total * (PERCENT - limits.keptForReminders()) / PERCENT);
        };
    }
}
