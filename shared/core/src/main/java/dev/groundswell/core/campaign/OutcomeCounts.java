package dev.groundswell.core.campaign;

import dev.groundswell.core.message.ExclusionReason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many members have which outcome. Every member is in exactly one, so they add up to all of them.
 *
 * @param waiting   without an outcome so far
 * @param sent      taken by the provider, and not heard of since
 * @param delivered reached the person, as far as the provider can tell
 * @param failed    refused by the provider, or not deliverable
 * @param unknown   may have been sent
 * @param excluded  by reason, those with any
 */
public record OutcomeCounts(
        long waiting, long sent, long delivered, long failed, long unknown, Map<ExclusionReason, Long> excluded) {

    public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0, 0, 0, Map.of());

    public OutcomeCounts {
        var byReason = new EnumMap<ExclusionReason, Long>(ExclusionReason.class);
        excluded.forEach((reason, count) -> {
            if (count != 0) {
                byReason.put(reason, count);
            }
        });
        excluded = Collections.unmodifiableMap(byReason);
    }

    /** All of them. */
    public long members() {
        return waiting + sent + delivered + failed + unknown + excludedMembers();
    }

    public long excludedMembers() {
        return excluded.values().stream().mapToLong(count -> count).sum();
    }

    public boolean isComplete() {
        return waiting == 0;
    }

    public OutcomeCounts plus(OutcomeCounts other) {
        var both = new EnumMap<ExclusionReason, Long>(ExclusionReason.class);
        both.putAll(excluded);
        other.excluded.forEach((reason, count) -> both.merge(reason, count, Long::sum));
        return new OutcomeCounts(
                waiting + other.waiting,
                sent + other.sent,
                delivered + other.delivered,
                failed + other.failed,
                unknown + other.unknown,
                both);
    }

    OutcomeCounts plusWaiting(long members) {
        return plus(new OutcomeCounts(members, 0, 0, 0, 0, Map.of()));
    }

    OutcomeCounts plus(MemberOutcome outcome, long members) {
        return plus(
                switch (outcome.state()) {
                    case CLAIMED -> throw new IllegalStateException("No outcome.");
                    case UNKNOWN -> new OutcomeCounts(0, 0, 0, 0, members, Map.of());
                    case SENT -> new OutcomeCounts(0, members, 0, 0, 0, Map.of());
                    case DELIVERED -> new OutcomeCounts(0, 0, members, 0, 0, Map.of());
                    case FAILED -> new OutcomeCounts(0, 0, 0, members, 0, Map.of());
                    case EXCLUDED ->
                        new OutcomeCounts(0, 0, 0, 0, 0, Map.of(Objects.requireNonNull(outcome.reason()), members));
                });
    }

    /** With all who wait excluded for a reason: as it is where nobody will be sent anything any more. */
    OutcomeCounts closed(ExclusionReason reason) {
        return new OutcomeCounts(0, sent, delivered, failed, unknown, excluded)
                .plus(MemberOutcome.excluded(reason), waiting);
    }
}
