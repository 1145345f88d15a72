package dev.groundswell.core.metrics;

import dev.groundswell.core.reminder.DropReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is counted of reminders that were due; adds up. Each is sent, failed, unknown or dropped, so
 * these add up to all of them.
 *
 * @param sent      taken by a provider, and not heard of as undeliverable since
 * @param delivered of these, those that reached the person, as far as the provider can tell
 * @param failed    refused by the provider, or not deliverable
 * @param unknown   may have been sent
 * @param dropped   never sent, by reason, those with any
 * @param clicked   of those that went out or may have: those whose link was followed
 * @param paid      of those that were sent: those after which their order was paid in time. A payment counts for the last
 *                  reminder before it, so each counts once
 * @param recovered minor units that these payments brought
 * @param refunds   minor units given back of them
 * @param cost      in thousandths of the minor unit, since a message costs less than one
 */
public record ReminderCounts(
        long sent,
        long delivered,
        long failed,
        long unknown,
        Map<DropReason, Long> dropped,
        long clicked,
        long paid,
        long recovered,
        long refunds,
        long cost) {

    public static final ReminderCounts ZERO = new ReminderCounts(0, 0, 0, 0, Map.of(), 0, 0, 0, 0, 0);

    private static final long THOUSAND = 1_000;

    /** Nobody decides by less. */
    private static final int RETURN_DIGITS = 2;

    public ReminderCounts {
        var byReason = new EnumMap<DropReason, Long>(DropReason.class);
        dropped.forEach((reason, number) -> {
            if (number != 0) {
                byReason.put(reason, number);
            }
        });
        dropped = Collections.unmodifiableMap(byReason);
    }

    /** One that is never sent. */
    public static ReminderCounts ofDropped(DropReason reason) {
        return new ReminderCounts(0, 0, 0, 0, Map.of(reason, 1L), 0, 0, 0, 0, 0);
    }

    /** All of them. */
    public long due() {
        return sent
                + failed
                + unknown
                + dropped.values().stream().mapToLong(number -> number).sum();
    }

    /** The cost in whole minor units, the next greater ones. */
    public long wholeCost() {
        return Math.ceilDiv(cost, THOUSAND);
    }

    /** How many times the cost was recovered, refunds not taken off; empty if it cost nothing. */
    public Optional<BigDecimal> returnOnCost() {
        return cost == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(recovered)
                        .multiply(BigDecimal.valueOf(THOUSAND))
                        .divide(BigDecimal.valueOf(cost), RETURN_DIGITS, RoundingMode.HALF_UP));
    }

    public ReminderCounts plus(ReminderCounts other) {
        var both = new EnumMap<DropReason, Long>(DropReason.class);
        both.putAll(dropped);
        other.dropped.forEach((reason, number) -> both.merge(reason, number, Long::sum));
        return new ReminderCounts(
                sent + other.sent,
                delivered + other.delivered,
                failed + other.failed,
                unknown + other.unknown,
                both,
                clicked + other.clicked,
                paid + other.paid,
                Math.addExact(recovered, other.recovered),
                Math.addExact(refunds, other.refunds),
                Math.addExact(cost, other.cost));
    }

    public ReminderCounts negated() {
        var negated = new EnumMap<DropReason, Long>(DropReason.class);
        dropped.forEach((reason, number) -> negated.put(reason, -number));
        return new ReminderCounts(
                -sent, -delivered, -failed, -unknown, negated, -clicked, -paid, -recovered, -refunds, -cost);
    }

    public boolean isZero() {
        return equals(ZERO);
    }
}
