package dev.groundswell.core.segment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.LiveRows;
import dev.groundswell.core.audience.RandomCustomers;
import dev.groundswell.core.audience.RandomCustomers.Customer;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.audience.RowSet;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.segment.rule.RandomRules;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.RuleTree;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever rule, whatever customers: a plan selects those that the naive meaning of the rule selects. */
class SegmentPlanProperties {

    private static final int TRIES = 400;
    private static final int MOST_CUSTOMERS = 100;

    /** With changes of clocks in the night, at midnight and by half an hour, and without. */
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata", "-03:00");

    /** With two, no and three decimals. */
    private static final List<String> CURRENCIES = List.of("CNY", "JPY", "KWD");

    private static final Map<String, SegmentRule> SEGMENTS = Map.of(
            "vip", read("spend >= 200 OR NOT bought_in('618-2026')"),
            "regulars", read("paid_orders >= 2 AND NOT (in_segment('vip') AND orders(item = 'a') >= 1)"));

    @Provide
    Arbitrary<SegmentRule> rules() {
        return RandomRules.any();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void aPlanSelectsWhatTheNaiveMeaningSelects(@ForAll("rules") SegmentRule rule, @ForAll long seed) {
        var world = World.random(new Random(seed));
        var reading = SegmentPlan.of(rule, world.binding());

        switch (reading) {
            case PlanReading.Bound(var plan) -> world.assertThatSelects(plan, rule);
            case PlanReading.Refused refused ->
                assertThat(world.isMeaningless(rule)).as("%s", refused).isTrue();
        }
    }

    @Property(tries = TRIES / 3, shrinking = ShrinkingMode.BOUNDED)
    void bothFacesOfARuleSelectTheSame(@ForAll("rules") SegmentRule rule, @ForAll long seed) {
        var world = World.random(new Random(seed));
        var fromText = read(RuleText.write(rule));
        var fromTree = rule(RuleTree.read(RuleTree.write(rule)));

        if (SegmentPlan.of(rule, world.binding()) instanceof PlanReading.Bound(var plan)) {
            world.assertThatSelects(world.plan(fromText), rule);
            world.assertThatSelects(world.plan(fromTree), rule);
            assertThat(world.select(world.plan(fromTree))).isEqualTo(world.select(plan));
        }
    }

    @Property(tries = TRIES / 3, shrinking = ShrinkingMode.BOUNDED)
    void aFunnelEndsWithWhatIsSelected(@ForAll("rules") SegmentRule rule, @ForAll long seed) {
        var world = World.random(new Random(seed));

        if (SegmentPlan.of(rule, world.binding()) instanceof PlanReading.Bound(var plan)) {
            world.assertThatFunnelIsRight(plan);
        }
    }

    /** A store, an instant, some customers of it, and which of them are live. */
    private record World(Store store, Instant now, List<Customer> customers, LiveRows rows) {

        static World random(Random random) {
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
            var store = new Store(new StoreId("demo"), "Demo", currency, zone);
            var now = RandomCustomers.TODAY
                    .atStartOfDay(zone)
                    .toInstant()
                    .plusSeconds(random.nextInt(86_400))
                    .plusMillis(random.nextInt(1_000));
            var customers = RandomCustomers.some(store, random, random.nextInt(MOST_CUSTOMERS));
            var block = Block.of(customers.stream().map(Customer::row).toList());
            var live = RowSet.all(block.size());
            for (var row = 0; row < block.size(); row++) {
                if (random.nextInt(10) == 0) {
                    live.remove(row);
                }
            }
            return new World(store, now, customers, new LiveRows.Changed(block, live, List.of()));
        }

        Binding binding() {
            return new Binding(
                    store,
                    now,
                    id -> Optional.ofNullable(SEGMENTS.get(id)),
                    new FestivalCalendar(),
                    () -> AudienceStatistics.of(List.of(new ShardRows(0, "1", List.of(rows))), store));
        }

        SegmentPlan plan(SegmentRule rule) {
            return ((PlanReading.Bound) SegmentPlan.of(rule, binding())).plan();
        }

        Selection select(SegmentPlan plan) {
            return plan.select(rows);
        }

        private boolean isLive(Customer customer) {
            return rows.live().has(rowOf(customer));
        }

        private int rowOf(Customer customer) {
            return rows.block().find(RowHash.of(customer.row().buyer()));
        }

        private NaiveEvaluation naive() {
            return new NaiveEvaluation(
                    store,
                    now,
                    new FestivalCalendar(),
                    SEGMENTS,
                    customers.stream().filter(this::isLive).map(Customer::row).toList());
        }

        boolean isMeaningless(SegmentRule rule) {
            var anybody = RandomCustomers.some(store, new Random(1), 1).getFirst();
            try {
                naive().holds(rule, anybody.row(), anybody.history());
                return false;
            } catch (NaiveEvaluation.Meaningless refused) {
                return true;
            }
        }

        void assertThatSelects(SegmentPlan plan, SegmentRule rule) {
            var selection = select(plan);
            var naive = naive();
            assertThat(selection.sure().and(selection.candidates()).isEmpty()).isTrue();
            assertThat(plan.isExact() && !selection.candidates().isEmpty()).isFalse();
            for (var customer : customers) {
                var row = rowOf(customer);
                var isCandidate = selection.candidates().has(row);
                if (!isLive(customer)) {
                    assertThat(isCandidate || selection.sure().has(row)).isFalse();
                    continue;
                }
                var expected = naive.holds(rule, customer.row(), customer.history());
                assertThat(plan.matches(customer.row(), customer.history()))
                        .as("%s: %s", RuleText.write(rule), customer)
                        .isEqualTo(expected);
                assertThat(isCandidate ? expected : selection.sure().has(row))
                        .as(
                                "%s: %s %s",
                                RuleText.write(rule), customer, customer.row().numbers())
                        .isEqualTo(expected);
            }
        }

        void assertThatFunnelIsRight(SegmentPlan plan) {
            var funnel = plan.funnel(rows);
            var selection = select(plan);
            assertThat(funnel.steps()).hasSameSizeAs(plan.clauses());
            if (funnel.steps().isEmpty()) {
                return;
            }
            var last = funnel.steps().getLast();
            assertThat(last.left()).isEqualTo(selection.sure().count());
            assertThat(last.leftCandidates()).isEqualTo(selection.candidates().count());
            assertThat(funnel.plus(funnel).steps().getLast().left()).isEqualTo(2 * last.left());
            for (var i = 0; i < funnel.steps().size(); i++) {
                assertThatKept(funnel.steps().get(i), plan.clauses().get(i));
            }
        }

        private void assertThatKept(Funnel.Step step, SegmentPlan.Clause clause) {
            var alone = customers.stream()
                    .filter(this::isLive)
                    .filter(customer -> clause.matches(customer.row(), customer.history()))
                    .count();
            assertThat(step.text()).isEqualTo(clause.text());
            assertThat(alone).isBetween(step.alone(), step.alone() + step.aloneCandidates());
        }
    }

    private static SegmentRule read(String text) {
        return rule(RuleText.read(text));
    }

    private static SegmentRule rule(RuleReading reading) {
        return switch (reading) {
            case RuleReading.Read(var rule) -> rule;
            case RuleReading.Refused refused -> throw new AssertionError(refused);
        };
    }
}
