package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.LiveRows;
import dev.groundswell.core.audience.RowSet;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule that is bound and ready to select customers, as often as wanted. Everything in it is fixed: the same plan over the
 * same rows selects the same customers at any time.
 */
public final class SegmentPlan {

    private final Decision whole;
    private final List<Clause> clauses;

    private SegmentPlan(Decision whole, List<Clause> clauses) {
        this.whole = whole;
        this.clauses = List.copyOf(clauses);
    }

    /** Binds a rule; costs microseconds, and the statistics where it asks for RFM. */
    public static PlanReading of(SegmentRule rule, Binding binding) {
        var binder = new Binder(binding);
        var clauses = new ArrayList<Clause>();
        if (rule instanceof SegmentRule.All(var rules)) {
            for (var i = 0; i < rules.size(); i++) {
                clauses.add(Clause.of(rules.get(i), "all[" + i + "]", binder));
            }
        } else {
            clauses.add(Clause.of(rule, "", binder));
        }
        if (!binder.errors().isEmpty()) {
            return new PlanReading.Refused(binder.errors());
        }
        var whole = Predicate.all(
                clauses.stream().map(clause -> clause.decision.exact).toList());
        return new PlanReading.Bound(new SegmentPlan(Decision.of(whole), clauses));
    }

    /** Whether columns decide the whole rule, so that there are never candidates. */
    public boolean isExact() {
        return whole.isByColumns();
    }

    public Selection select(LiveRows rows) {
        return select(rows.block(), rows.live());
    }

    /** @param live the rows that count */
    public Selection select(Block block, RowSet live) {
        return whole.select(block, live);
    }

    /**
     * Whether a customer belongs to the group, decided exactly.
     *
     * @param history of the same buyer
     */
    public boolean matches(AudienceRow row, BuyerHistory history) {
        return whole.exact.holds(row, history);
    }

    /** The parts of the outermost AND in the order in which they were written; a rule that is none is one clause. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** What each clause keeps of some rows. Costs about as much as {@link #select} without its short cuts. */
    public Funnel funnel(LiveRows rows) {
        var steps = new ArrayList<Funnel.Step>();
        var sure = rows.live();
        var possible = rows.live();
        for (var clause : clauses) {
            var alone = clause.decision.select(rows.block(), rows.live());
            sure = sure.and(alone.sure());
            possible = possible.and(alone.sure().or(alone.candidates()));
            steps.add(new Funnel.Step(
                    clause.text,
                    alone.sure().count(),
                    alone.candidates().count(),
                    sure.count(),
                    possible.count() - sure.count()));
        }
        return new Funnel(steps);
    }

    /** A part of the outermost AND. */
    public static final class Clause {

        private final String text;
        private final Decision decision;

        private Clause(String text, Decision decision) {
            this.text = text;
            this.decision = decision;
        }

        private static Clause of(SegmentRule rule, String path, Binder binder) {
            return new Clause(RuleText.write(rule), Decision.of(binder.bind(rule, path)));
        }

        /** As it is written canonically. */
        public String text() {
            return text;
        }

        public boolean isExact() {
            return decision.isByColumns();
        }

        /** As {@link SegmentPlan#matches}, of this clause alone. */
        public boolean matches(AudienceRow row, BuyerHistory history) {
            return decision.exact.holds(row, history);
        }
    }

    /**
     * A predicate, and what columns tell of it.
     *
     * @param must        for certain
     * @param may         possibly
     * @param isByColumns both are the same
     */
    private record Decision(Predicate exact, Predicate must, Predicate may, boolean isByColumns) {

        static Decision of(Predicate exact) {
            var must = exact.byColumns(true);
            var may = exact.byColumns(false);
            return new Decision(exact, must, may, must.equals(may));
        }

        Selection select(Block block, RowSet live) {
            var possible = selected(may, block, live);
            if (isByColumns) {
                return new Selection(possible, new RowSet(block.size()));
            }
            var sure = selected(must, block, possible);
            return new Selection(sure, possible.andNot(sure));
        }

        private static RowSet selected(Predicate predicate, Block block, RowSet among) {
            var plan = BlockPlan.of(predicate, block);
            var selected = new RowSet(block.size());
            for (var word = 0; word < selected.words(); word++) {
                var rows = among.word(word);
                selected.setWord(word, rows == 0 ? 0 : plan.among(word, rows));
            }
            return selected;
        }
    }
}
