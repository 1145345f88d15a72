package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.PromotionDays;
import dev.groundswell.core.segment.freeze.FrozenAudience.Facts;
import dev.groundswell.core.store.StoreId;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes an audience ready once all its ranges are there. Whoever finds it so may do it, as often as it happens. */
public final class FinishFreeze {

    private final FreezeRuns runs;
    private final InstantSource time;

    public FinishFreeze(FreezeRuns runs, InstantSource time) {
        this.runs = runs;
        this.time = time;
    }

    /** Those of its ranges that are not there yet; none if it is ready now. */
    public List<RangeId> finish(StoreId store, Facts facts, FreezeStart start) {
        var done = runs.ranges(store, facts.id());
        var there = done.stream().map(FrozenRange::id).collect(Collectors.toSet());
        var missing = start.rangeIds().stream()
                .filter(range -> !there.contains(range))
                .toList();
        if (missing.isEmpty()) {
            var count = done.stream().mapToLong(FrozenRange::members).sum();
            runs.finish(store, facts.id(), count, manifestHash(facts, start, done), time.instant());
        }
        return missing;
    }

    /** Over all that decides who is in it: everything else may differ between two audiences of the same people. */
    private static String manifestHash(Facts facts, FreezeStart start, List<FrozenRange> ranges) {
        var text = new StringBuilder();
        line(text, "rule", facts.rule());
        line(text, "now", facts.now().toString());
        new TreeMap<>(start.terms().segments()).forEach((id, rule) -> line(text, "segment " + id, rule));
        start.terms().promotions().stream()
                .sorted(Comparator.comparing(PromotionDays::id))
                .forEach(days -> line(text, "promotion " + days.id(), days.first() + " " + days.last()));
        line(text, "shards", Integer.toString(start.revisions().size()));
        line(text, "revisions", start.revisions().toString());
        ranges.stream()
                .sorted(Comparator.comparing(FrozenRange::id))
                .forEach(range -> line(text, "range " + range.id(), range.members() + " " + range.hash()));
        return Sha256.hex(text.toString());
    }

    /** With its length before it, no value can look like another line. */
    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append(' ')
                .append(value.length())
                .append(' ')
                .append(value)
                .append('\n');
    }
}
