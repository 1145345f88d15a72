package dev.groundswell.core.campaign;

import dev.groundswell.core.segment.freeze.FrozenRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a campaign's audience that one worker sends to: a chunk of the frozen audience, and what became of its members. It
 * is a summary. What is true of a message is in the books of messages; what of it is missing here can be read again there.
 *
 * @param id        where it is in the audience
 * @param planned   parts of all its messages, as they were worked out
 * @param heldUntil until when a worker has it to itself, which spares double work and is not needed for anything else
 * @param revision  of what is kept, 1 at first; each change has the next one
 */
public record Chunk(Id id, MemberOutcomes outcomes, long planned, Bill bill, Instant heldUntil, long revision) {

    /**
     * Which one it is.
     *
     * @param range  of the frozen audience
     * @param number in the range, from 0
     */
    public record Id(FrozenRange range, int number) implements Comparable<Id> {

        @Override
        public int compareTo(Id other) {
            var byRange = range.id().compareTo(other.range.id());
            return byRange != 0 ? byRange : Integer.compare(number, other.number);
        }

        public ChunkKey key() {
            return new ChunkKey(range.id(), number);
        }
    }

    static Chunk planned(Id id, MemberOutcomes outcomes, long parts, long reserved) {
        return new Chunk(id, outcomes, parts, new Bill(reserved, Parts.NONE, Payment.NONE), Instant.EPOCH, 1);
    }

    public ChunkKey key() {
        return id.key();
    }

    /** Whether every member has an outcome. */
    public boolean isComplete() {
        return outcomes.isComplete();
    }

    /** Whether no worker has ever had it. */
    boolean isFresh() {
        return heldUntil.equals(Instant.EPOCH);
    }

    boolean isHeld(Instant now) {
        return heldUntil.isAfter(now);
    }

    Chunk held(Instant until) {
        return next(outcomes, bill, until);
    }

    Chunk paying(Payment changed) {
        return next(outcomes, bill.paying(changed), heldUntil);
    }

    /**
     * With what was learnt, where it counts.
     *
     * @param learnt by place
     * @param until  when a worker has it to itself
     */
    Chunk with(Map<Integer, Learnt> learnt, Instant until) {
        var merged = new HashMap<Integer, MemberOutcome>();
        var all = bill.parts();
        for (var entry : learnt.entrySet()) {
            var news = entry.getValue();
            var known = outcomes.at(entry.getKey());
            if (known.isEmpty() || news.outcome().overrules(known.get())) {
                merged.put(entry.getKey(), news.outcome());
                all = counted(all, known.orElse(null), news);
            }
        }
        return next(outcomes.with(merged), bill.with(all), until);
    }

    /** Each message is counted once as unknown at most, and once as taken at most. */
    private static Parts counted(Parts parts, @Nullable MemberOutcome known, Learnt news) {
        var isSecond = known != null && !MemberOutcome.UNKNOWN.equals(known);
        if (isSecond) {
            return parts;
        }
        var before = known == null ? parts : parts.minusUnknown(news.parts());
        if (MemberOutcome.UNKNOWN.equals(news.outcome())) {
            return before.plusUnknown(news.parts());
        }
        return news.taken().map(before::plus).orElse(before);
    }

    private Chunk next(MemberOutcomes outcomes, Bill bill, Instant heldUntil) {
        return new Chunk(id, outcomes, planned, bill, heldUntil, revision + 1);
    }
}
