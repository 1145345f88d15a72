package dev.groundswell.core.segment;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.LiveRows;
import dev.groundswell.core.audience.RowSet;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.SegmentPreview.Clause;
import dev.groundswell.core.segment.SegmentPreview.Cost;
import dev.groundswell.core.segment.SegmentPreview.Reachability;
import dev.groundswell.core.segment.plan.Funnel;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.segment.plan.Selection;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Counts who meets a rule now, while a person is looking at the slider. What columns decide is counted at once; where they do
 * not, and it is few, each is looked at closely.
 */
public final class PreviewSegment {

    /** More take seconds: then the preview says how many there are, and a job decides them. */
    static final int MAX_CANDIDATES_NOW = 2_000;

    private final AudienceIndex index;
    private final RuleBinder binder;
    private final RememberedStatistics statistics;
    private final CloseLook closeLook;
    private final InstantSource time;
    private final LongSupplier ticker;

    /** @param ticker nanoseconds since some moment, as {@link System#nanoTime} has them */
    public PreviewSegment(
            AudienceIndex index,
            BuyerHistories histories,
            RuleBinder binder,
            RememberedStatistics statistics,
            InstantSource time,
            LongSupplier ticker) {
        this.index = index;
        this.binder = binder;
        this.statistics = statistics;
        this.closeLook = new CloseLook(histories);
        this.time = time;
        this.ticker = ticker;
    }

    public PreviewResult preview(Store store, SegmentRule rule) {
        var begun = ticker.getAsLong();
        var now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        var audience = WholeAudience.read(index, store.id());
        return switch (binder.bind(rule, store, now, () -> statistics.of(store, audience))) {
            case PlanReading.Refused(var errors) -> new PreviewResult.Refused(errors);
            case PlanReading.Bound(var plan) ->
                new PreviewResult.Previewed(new Run(store, now, audience, plan).preview(begun));
        };
    }

    /** A part of a shard, and whom the rule selects of it. */
    private record Part(ShardRows shard, int number, Selection selection, Funnel funnel) {

        static List<Part> of(ShardRows shard, SegmentPlan plan) {
            var parts = new ArrayList<Part>();
            for (var number = 0; number < shard.parts().size(); number++) {
                var rows = shard.parts().get(number);
                parts.add(new Part(shard, number, plan.select(rows), plan.funnel(rows)));
            }
            return parts;
        }

        LiveRows rows() {
            return shard.parts().get(number);
        }

        int candidates() {
            return selection.candidates().count();
        }
    }

    /** A part, and its members as far as they are decided. */
    private record Members(Part part, RowSet rows) {}

    /** A row that the columns do not decide. */
    private record Candidate(Members of, int row) {}

    private final class Run {

        private final Store store;
        private final Instant now;
        private final WholeAudience audience;
        private final SegmentPlan plan;
        private final Identities identities;

        /** Of close looks. */
        private double readUnits;

        private int requests;

        Run(Store store, Instant now, WholeAudience audience, SegmentPlan plan) {
            this.store = store;
            this.now = now;
            this.audience = audience;
            this.plan = plan;
            this.identities = new Identities(index, store.id());
        }

        SegmentPreview preview(long begun) {
            var parts = WholeAudience.overShards(
                            shard -> Part.of(audience.shards().get(shard), plan))
                    .stream()
                    .flatMap(List::stream)
                    .toList();
            var candidates = parts.stream().mapToInt(Part::candidates).sum();
            var isDecided = candidates <= MAX_CANDIDATES_NOW;
            var members = isDecided ? decided(parts) : sure(parts);
            var reachability = reachability(members);
            var sample = sample(members);
            return new SegmentPreview(
                    members.stream().mapToLong(part -> part.rows().count()).sum(),
                    isDecided ? 0 : candidates,
                    sample,
                    reachability,
                    clauses(parts),
                    cost(begun),
                    now);
        }

        private List<Members> sure(List<Part> parts) {
            return parts.stream()
                    .map(part -> new Members(part, part.selection().sure()))
                    .toList();
        }

        /** Looks closely at all candidates. */
        private List<Members> decided(List<Part> parts) {
            var members = parts.stream()
                    .map(part -> new Members(part, part.selection().sure().copy()))
                    .toList();
            var candidates = new ArrayList<Candidate>();
            members.forEach(
                    of -> of.part().selection().candidates().forEach(row -> candidates.add(new Candidate(of, row))));
            readIdentities(candidates);
            var customers = candidates.stream()
                    .map(candidate -> row(candidate.of().part(), candidate.row()))
                    .toList();
            var seen = closeLook.look(store.id(), plan, customers, now);
            readUnits += seen.readUnits();
            requests += seen.requests();
            seen.matching().stream()
                    .mapToObj(candidates::get)
                    .forEach(candidate -> candidate.of().rows().add(candidate.row()));
            return members;
        }

        /** Those of a shard at once. */
        private void readIdentities(List<Candidate> candidates) {
            var parts = new TreeMap<Integer, Set<Integer>>();
            candidates.stream()
                    .map(candidate -> candidate.of().part())
                    .forEach(part -> parts.computeIfAbsent(part.shard().shard(), _ -> new TreeSet<>())
                            .add(part.number()));
            parts.forEach((shard, numbers) -> identities.read(audience.shards().get(shard), numbers));
        }

        private AudienceRow row(Part part, int row) {
            return identities.row(part.shard(), part.number(), row);
        }

        private Reachability reachability(List<Members> members) {
            var reach = Reach.of(binder, store, now);
            var all = members.stream().mapToLong(part -> part.rows().count()).sum();
            var counts = members.stream()
                    .map(part -> reach.count(part.part().rows().block(), part.rows()))
                    .reduce(Reach.Count.NONE, Reach.Count::plus);
            return counts.of(all);
        }

        /** The first of as few parts as possible: each costs a reading of who its customers are. */
        private List<BuyerId> sample(List<Members> members) {
            var sample = new ArrayList<BuyerId>();
            for (var part : members) {
                if (sample.size() < SegmentPreview.MAX_SAMPLE && !part.rows().isEmpty()) {
                    part.rows().forEach(row -> addTo(sample, part.part(), row));
                }
            }
            return sample;
        }

        private void addTo(List<BuyerId> sample, Part part, int row) {
            if (sample.size() < SegmentPreview.MAX_SAMPLE) {
                sample.add(row(part, row).buyer());
            }
        }

        private List<Clause> clauses(List<Part> parts) {
            return parts.stream().map(Part::funnel).reduce(Funnel::plus).stream()
                    .flatMap(funnel -> funnel.steps().stream())
                    .map(step -> new Clause(
                            step.text(),
                            step.alone(),
                            step.left(),
                            step.aloneCandidates() == 0 && step.leftCandidates() == 0))
                    .toList();
        }

        private Cost cost(long begun) {
            return new Cost(
                    audience.readUnits() + identities.readUnits() + readUnits,
                    audience.requests() + identities.requests() + requests,
                    Duration.ofNanos(ticker.getAsLong() - begun));
        }
    }
}
