package dev.groundswell.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceShardsInMemory;
import dev.groundswell.core.audience.CompactAudience;
import dev.groundswell.core.audience.CompactionLimits;
import dev.groundswell.core.audience.Delta;
import dev.groundswell.core.audience.RandomCustomers;
import dev.groundswell.core.audience.RandomCustomers.Customer;
import dev.groundswell.core.audience.ReadAudience;
import dev.groundswell.core.audience.RememberedRows;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.segment.rule.RandomRules;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoresInMemory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class QuerySegmentsTest {

    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    /** After whatever the customers do: what is placed later than now does not count. */
    private static final Instant NOW = RandomCustomers.TODAY
            .plusDays(4)
            .atTime(12, 0)
            .atZone(ZoneId.of("Asia/Shanghai"))
            .toInstant();

    /** What a history takes to read, here. */
    private static final double UNITS_A_HISTORY = 0.5;

    @Provide
    Arbitrary<SegmentRule> rules() {
        return RandomRules.withoutSegments();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void previewsAndPagesHaveWhoeverMeetsTheRuleAndNobodyElse(@ForAll("rules") SegmentRule rule, @ForAll long seed) {
        var audience = new Audience(seed, 80);

        if (audience.queries.preview(STORE.id(), rule) instanceof PreviewResult.Previewed(var preview)) {
            var members = audience.members(rule);
            assertThat(preview.isExact()).isTrue();
            assertThat(preview.count()).isEqualTo(members.size());
            assertThat(preview.sample()).isSubsetOf(members).hasSize(Math.min(members.size(), 20));
            assertThat(reached(preview)).isEqualTo(preview.count());
            assertThat(audience.paged(rule)).containsExactlyInAnyOrderElementsOf(members);
        }
    }

    @Example
    void ofMoreCandidatesThanCanBeLookedAtNowItSaysHowManyThereAre() {
        var audience = new Audience(3, 3_000);
        var preview = audience.preview("orders(item = 'a') >= 1");

        assertThat(preview.isExact()).isFalse();
        assertThat(preview.count()).isZero();
        assertThat(preview.candidates())
                .isGreaterThan(PreviewSegment.MAX_CANDIDATES_NOW)
                .isEqualTo(audience.preview("orders >= 1").count());
        assertThat(audience.historiesRead).isZero();
    }

    @Example
    void itsCostHasTheHistoriesOfThoseWhomColumnsDoNotDecide() {
        var audience = new Audience(5, 200);
        var candidates = audience.preview("orders >= 1").count();
        // Who they are is known to neither, so both have read it by then.
        var ofColumns = audience.preview("orders >= 1").cost();
        var ofHistories = audience.preview("orders(item = 'a') >= 1").cost();

        assertThat(audience.historiesRead).isEqualTo((int) candidates);
        assertThat(ofHistories.requests()).isGreaterThanOrEqualTo(ofColumns.requests() + (int) candidates);
        assertThat(ofHistories.readUnits())
                .isGreaterThanOrEqualTo(ofColumns.readUnits() + candidates * UNITS_A_HISTORY);
    }

    private static long reached(SegmentPreview preview) {
        var reach = preview.reachability();
        return reach.smsOnly() + reach.emailOnly() + reach.both() + reach.neither();
    }

    /** Customers of a store: some in blocks, some only in deltas. */
    private static final class Audience implements BuyerHistories {

        private final Map<BuyerId, Customer> customers;
        private final AudienceIndex index;
        private final RuleBinder binder = new RuleBinder(new SegmentsInMemory(), new FestivalCalendar());
        private final QuerySegments queries;
        private int historiesRead;

        Audience(long seed, int number) {
            var random = new Random(seed);
            this.customers = RandomCustomers.some(STORE, random, number).stream()
                    .collect(Collectors.toMap(customer -> customer.row().buyer(), Function.identity()));
            var shards = new AudienceShardsInMemory();
            this.index = new ReadAudience(shards, new RememberedRows(1_000_000));
            var stores = new StoresInMemory();
            stores.save(STORE);
            this.queries = new QuerySegments(stores, index, this, binder, () -> NOW, () -> 0);
            var compaction = new CompactAudience(
                    shards, new RememberedRows(0), CompactionLimits.DEFAULT, () -> NOW, new Random(seed));
            customers.values().forEach(customer -> shards.put(STORE.id(), new Delta.Changed(customer.row())));
            for (var shard = 0; shard < AudienceIndex.SHARDS; shard += 2) {
                compaction.fold(STORE.id(), shard);
            }
        }

        SegmentPreview preview(String text) {
            var rule = ((RuleReading.Read) RuleText.read(text)).rule();
            return ((PreviewResult.Previewed) queries.preview(STORE.id(), rule)).preview();
        }

        /** Each customer asked by itself. */
        List<BuyerId> members(SegmentRule rule) {
            var plan = plan(rule);
            return customers.values().stream()
                    .filter(customer -> plan.matches(customer.row(), customer.history()))
                    .map(customer -> customer.row().buyer())
                    .toList();
        }

        private SegmentPlan plan(SegmentRule rule) {
            return ((PlanReading.Bound) binder.bind(rule, STORE, NOW, this::statistics)).plan();
        }

        private AudienceStatistics statistics() {
            return queries.statistics(STORE.id());
        }

        List<BuyerId> paged(SegmentRule rule) {
            var all = new ArrayList<BuyerId>();
            var next = OptionalLong.empty();
            do {
                var page = (MembersResult.Page) queries.members(STORE.id(), rule, 7, next);
                page.members().stream().map(MembersResult.Place::buyer).forEach(all::add);
                next = page.next();
            } while (next.isPresent());
            return all;
        }

        @Override
        public synchronized Read read(StoreId store, BuyerId buyer) {
            historiesRead++;
            return new Read(Objects.requireNonNull(customers.get(buyer)).history(), UNITS_A_HISTORY, 1);
        }
    }
}
