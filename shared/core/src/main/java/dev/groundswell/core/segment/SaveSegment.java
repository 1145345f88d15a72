package dev.groundswell.core.segment;

import dev.groundswell.core.segment.rule.RuleCheck;
import dev.groundswell.core.segment.rule.RuleLimits;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Saves a segment of a store's own, if its rule can be evaluated. That is judged by the segments as they are now; two people
 * who save at the same time can still make a circle, which evaluation refuses.
 */
public final class SaveSegment {

    /** So often another's change may come between reading and writing before we give up. */
    private static final int MAX_ATTEMPTS = 5;

    /** Of the name, to leave room for a number behind it. */
    private static final int MAX_SLUG = 50;

    private final Segments segments;
    private final InstantSource time;

    public SaveSegment(Segments segments, InstantSource time) {
        this.segments = segments;
        this.time = time;
    }

    /**
     * What is to be saved.
     *
     * @param id       of the segment to change; null for a new one, which gets an id from its name
     * @param revision that was changed; null to change whatever there is
     */
    public record Draft(
            @Nullable SegmentId id,
            String name,
            String description,
            SegmentRule rule,
            @Nullable Long revision) {}

    /** What came of it. */
    public sealed interface Result {
        record Saved(Segment segment) implements Result {}

        /** Somebody has saved another revision meanwhile; nothing was saved. */
        record Changed(Segment asItIs) implements Result {}

        /** @param message a sentence that says what would be right */
        record Refused(SegmentRefusal refusal, String message) implements Result {}
    }

    /** @throws IllegalStateException if others save so fast that this one never fits */
    public Result save(StoreId store, Draft draft) {
        return misfit(draft)
                .orElseGet(() -> IntStream.range(0, MAX_ATTEMPTS)
                        .mapToObj(_ -> attempt(store, draft))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("Segments of " + store + " change all the time.")));
    }

    private static Optional<Result> misfit(Draft draft) {
        if (!Segment.isName(draft.name())) {
            return refused(SegmentRefusal.NAME, "A name has 1 to 100 characters, and no blanks around it.");
        }
        if (!Segment.isDescription(draft.description())) {
            return refused(SegmentRefusal.DESCRIPTION, "A description has at most 1,000 characters.");
        }
        return RuleCheck.errors(draft.rule()).stream()
                .findFirst()
                .flatMap(error -> refused(SegmentRefusal.RULE, error.message()));
    }

    private static Optional<Result> refused(SegmentRefusal refusal, String message) {
        return Optional.of(new Result.Refused(refusal, message));
    }

    /** Empty if somebody else came between. */
    private Optional<Result> attempt(StoreId store, Draft draft) {
        var all = segments.all(store);
        return draft.id() == null ? add(store, draft, all) : change(store, draft, draft.id(), all);
    }

    private Optional<Result> add(StoreId store, Draft draft, List<Segment> all) {
        if (all.size() >= Segment.MAX_PER_STORE) {
            return refused(
                    SegmentRefusal.TOO_MANY,
                    "A store has at most %d segments: delete one first.".formatted(Segment.MAX_PER_STORE));
        }
        var now = now();
        var id = freeId(draft.name(), all);
        return keep(store, new Segment(id, draft.name(), draft.description(), draft.rule(), now, now, 1), all);
    }

    private Optional<Result> change(StoreId store, Draft draft, SegmentId id, List<Segment> all) {
        if (ReadyMade.find(id).isPresent()) {
            return refused(SegmentRefusal.READY_MADE, "%s comes with the product: save a copy of it.".formatted(id));
        }
        var found = all.stream().filter(each -> each.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return refused(SegmentRefusal.UNKNOWN, "There is no segment '%s'.".formatted(id));
        }
        var asItIs = found.get();
        if (draft.revision() != null && draft.revision() != asItIs.revision()) {
            return Optional.of(new Result.Changed(asItIs));
        }
        return keep(store, changed(asItIs, draft), all);
    }

    private Segment changed(Segment asItIs, Draft draft) {
        return new Segment(
                asItIs.id(),
                draft.name(),
                draft.description(),
                draft.rule(),
                asItIs.createdAt(),
                now(),
                asItIs.revision() + 1);
    }

    private Optional<Result> keep(StoreId store, Segment segment, List<Segment> all) {
        var refusal = entangled(segment, all);
        if (refusal.isPresent()) {
            return refusal;
        }
        return segments.save(store, segment) ? Optional.of(new Result.Saved(segment)) : Optional.empty();
    }

    private static Optional<Result> entangled(Segment segment, List<Segment> all) {
        var references = new References(all);
        references.put(segment.id(), segment.rule());
        var unknown = references.unknown(segment.id());
        if (unknown.isPresent()) {
            return refused(SegmentRefusal.RULE, "There is no segment '%s'.".formatted(unknown.get()));
        }
        if (references.isCircular(segment.id())) {
            return refused(SegmentRefusal.NESTING, "'%s' would ask for itself.".formatted(segment.id()));
        }
        return references.isTooDeep()
                ? refused(
                        SegmentRefusal.NESTING,
                        "Segments ask for one another at most %d deep.".formatted(RuleLimits.MAX_SEGMENT_NESTING))
                : Optional.empty();
    }

    /** From the letters and digits of the name; with a number behind it if there is one of that name. */
    private static SegmentId freeId(String name, List<Segment> all) {
        var slug = slug(name);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> new SegmentId(number == 1 ? slug : slug + "-" + number))
                .filter(id -> ReadyMade.find(id).isEmpty())
                .filter(id -> all.stream().noneMatch(each -> each.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    /** Names without any such letter, Chinese ones for instance, give {@code segment}. */
    private static String slug(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
        var cut = plain.substring(0, Math.min(plain.length(), MAX_SLUG)).replaceAll("-$", "");
        return cut.isEmpty() ? "segment" : cut;
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
