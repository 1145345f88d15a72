package dev.groundswell.core.segment.plan;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.AudienceRows;
import dev.groundswell.core.audience.LiveRows;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.audience.RowSet;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SegmentPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private Store store = new Store(new StoreId("demo"), "Demo", AnOrder.CNY, ZoneId.of("Asia/Shanghai"));
    private final List<Order> orders = new ArrayList<>();
    private final Map<String, String> segments = new HashMap<>();

    @Nested
    class A_rule_over_columns {

        @Test
        void asks_of_days_by_the_clock_of_the_store() {
            paid("before", "2026-06-17T15:59:59Z");
            paid("first", "2026-06-17T16:00:00Z");
            paid("last", "2026-06-18T15:59:59.999Z");
            paid("after", "2026-06-18T16:00:00Z");

            assertThat(sure("last_paid_at = 2026-06-18")).containsExactly("first", "last");
            assertThat(sure("last_paid_at > 2026-06-18")).containsExactly("after");
            assertThat(sure("last_paid_at <= 2026-06-18")).containsExactly("before", "first", "last");
            assertThat(sure("last_paid_at != 2026-06-18")).containsExactly("after", "before");
        }

        @Test
        void asks_of_money_in_whole_units() {
            orders.add(anOrder("1").by("cheap").paidAt(NOW).paying(9_999).build());
            orders.add(anOrder("2").by("dear").paidAt(NOW).paying(10_000).build());

            assertThat(sure("spend >= 100")).containsExactly("dear");
            assertThat(sure("spend BETWEEN 99.99 AND 99.99")).containsExactly("cheap");
        }

        @Test
        void finds_what_is_absent_only_by_what_is_negated() {
            placed("never", "2026-11-01T00:00:00Z");
            paid("paid", "2026-11-01T00:00:00Z");

            assertThat(sure("last_paid_at < now")).containsExactly("paid");
            assertThat(sure("NOT last_paid_at < now")).containsExactly("never");
            assertThat(sure("last_paid_at != 2026-11-01")).containsExactly("never");
            assertThat(sure("last_paid_at IS NULL")).containsExactly("never");
            assertThat(sure("last_paid_at != last_viewed_at")).containsExactly("paid");
        }

        @Test
        void of_everybody_selects_everybody() {
            placed("one", "2026-11-01T00:00:00Z");
            placed("two", "2026-11-01T00:00:00Z");

            assertThat(sure("")).containsExactly("one", "two");
            assertThat(plan("").clauses()).isEmpty();
        }

        @Test
        void by_chance_selects_about_the_share_and_with_another_seed_others() {
            IntStream.range(0, 2_000).forEach(i -> placed("B" + i, "2026-11-01T00:00:00Z"));

            var autumn = sure("random('autumn') < 10");
            assertThat(autumn.size()).isCloseTo(200, within(60));
            assertThat(sure("random('autumn') >= 10"))
                    .hasSize(2_000 - autumn.size())
                    .doesNotContainAnyElementsOf(autumn);
            assertThat(sure("random('spring') < 10")).isNotEqualTo(autumn);
        }
    }

    @Nested
    class A_rule_over_histories {

        @Test
        void is_decided_by_columns_where_first_and_last_times_tell() {
            assertThat(plan("orders() >= 2").isExact()).isTrue();
            assertThat(plan("orders(placed_at >= -30d) >= 1").isExact()).isTrue();
            assertThat(plan("orders(paid_at >= -30d) = 0").isExact()).isTrue();
            assertThat(plan("NOT orders(is_paid = true) < 3").isExact()).isTrue();
            assertThat(plan("orders(origin = MOBILE) >= 1").isExact()).isTrue();
            assertThat(plan("events(kind IN (CART, FAVOURITE) AND at >= -7d) >= 1")
                            .isExact())
                    .isTrue();
            assertThat(plan("orders(item = 'a') >= 1").isExact()).isFalse();
            assertThat(plan("bought_in('618-2026')").isExact()).isFalse();
        }

        @Test
        void leaves_only_those_as_candidates_whom_columns_do_not_decide() {
            paid("before", "2026-05-01T00:00:00Z");
            paid("within", "2026-06-10T00:00:00Z");
            paid("around", "2026-05-01T00:00:00Z");
            paid("around", "2026-07-01T00:00:00Z");
            placed("unpaid", "2026-06-10T00:00:00Z");

            assertThat(sure("bought_in('618-2026')")).containsExactly("within");
            assertThat(candidates("bought_in('618-2026')")).containsExactly("around");
            assertThat(sure("NOT bought_in('618-2026')")).containsExactly("before", "unpaid");
            assertThat(candidates("NOT bought_in('618-2026')")).containsExactly("around");
        }

        @Test
        void tells_what_each_clause_keeps() {
            paid("before", "2026-05-01T00:00:00Z");
            paid("within", "2026-06-10T00:00:00Z");
            paid("around", "2026-05-01T00:00:00Z");
            paid("around", "2026-07-01T00:00:00Z");

            assertThat(plan("bought_in('618-2026') AND paid_orders >= 2")
                            .funnel(rows())
                            .steps())
                    .containsExactly(
                            new Funnel.Step("bought_in('618-2026')", 1, 1, 1, 1),
                            new Funnel.Step("paid_orders >= 2", 1, 0, 0, 1));
        }
    }

    @Nested
    class A_rule_that_cannot_be_bound {

        @Test
        void names_the_segment_that_there_is_not() {
            assertThat(errors("orders >= 1 AND in_segment('vip')"))
                    .containsExactly(new RuleError(0, 0, "all[1]", "There is no segment 'vip'.", List.of()));
        }

        @Test
        void is_told_where_segments_ask_for_each_other() {
            segments.put("one", "in_segment('two')");
            segments.put("two", "orders > 1 OR in_segment('one')");

            assertThat(errors("in_segment('one')"))
                    .extracting(RuleError::message)
                    .containsExactly("In segment 'two': Segment 'one' asks for itself.");
        }

        @Test
        void is_told_where_segments_ask_for_each_other_over_too_many_steps() {
            IntStream.range(0, 6).forEach(i -> segments.put("s" + i, "in_segment('s" + (i + 1) + "')"));

            assertThat(errors("in_segment('s0')"))
                    .extracting(RuleError::message)
                    .containsExactly("In segment 's4': Segments ask for one another over more than 5 steps.");
        }

        @Test
        void is_refused_before_segments_of_segments_grow_without_limit() {
            for (var i = 0; i < 4; i++) {
                var next = "in_segment('s" + (i + 1) + "')";
                segments.put(
                        "s" + i,
                        String.join(
                                " OR ",
                                IntStream.range(0, 50).mapToObj(_ -> next).toList()));
            }
            segments.put("s4", "orders > 1");

            assertThat(errors("in_segment('s0')"))
                    .hasSizeLessThanOrEqualTo(10)
                    .allSatisfy(error -> assertThat(error.message()).contains("more than 2000 clauses"));
        }

        @Test
        void is_told_the_promotions_that_there_are() {
            assertThat(errors("bought_in('easter-2026')")).singleElement().satisfies(error -> {
                assertThat(error.message()).isEqualTo("There is no promotion 'easter-2026'.");
                assertThat(error.expected()).contains("'618-2026'");
            });
        }

        @Test
        void is_told_that_an_amount_is_finer_than_the_currency() {
            store = new Store(store.id(), "Demo", Currency.getInstance("JPY"), store.zone());

            assertThat(errors("spend >= 99.5"))
                    .extracting(RuleError::message)
                    .containsExactly("spend is an amount in JPY, without decimals: not 99.5.");
        }
    }

    @Nested
    class Statistics {

        @Test
        void of_nobody_have_no_scores() {
            var statistics = statistics();

            assertThat(statistics.customers()).isZero();
            assertThat(statistics.rfm()).isEqualTo(RfmBounds.NONE);
            assertThat(statistics.productCycleDays()).isEqualTo(90);
            assertThat(sure("rfm_segment IS NOT NULL")).isEmpty();
        }

        @Test
        void count_who_paid_and_who_did_not() {
            placed("unpaid", "2026-05-01T00:00:00Z");
            paid("paid", "2026-05-01T00:00:00Z");

            assertThat(statistics().customers()).isEqualTo(2);
            assertThat(statistics().payers()).isEqualTo(1);
            assertThat(statistics().spend().rounded(50)).isEqualTo(10_000);
        }

        @Test
        void know_the_product_cycle_of_twenty_who_bought_again() {
            for (var i = 0; i < 20; i++) {
                paid("B" + i, "2026-01-01T00:00:00Z");
                paid("B" + i, i < 10 ? "2026-01-31T00:00:00Z" : "2026-02-10T00:00:00Z");
            }

            assertThat(statistics().productCycleDays()).isEqualTo(35);
        }
    }

    private void placed(String buyer, String at) {
        orders.add(anOrder("T" + orders.size()).by(buyer).placedAt(at).build());
    }

    private void paid(String buyer, String at) {
        orders.add(
                anOrder("T" + orders.size()).by(buyer).placedAt(at).paidAt(at).build());
    }

    private LiveRows rows() {
        var buyers = new TreeSet<>(orders.stream().map(Order::buyer).toList());
        return LiveRows.changed(buyers.stream().map(this::row).toList());
    }

    private AudienceRow row(BuyerId buyer) {
        var own = orders.stream().filter(order -> order.buyer().equals(buyer)).toList();
        return AudienceRows.of(CustomerProfile.of(buyer, new BuyerHistory(own, List.of()), store), 1);
    }

    private AudienceStatistics statistics() {
        return AudienceStatistics.of(List.of(new ShardRows(0, "1", List.of(rows()))), store);
    }

    private static SegmentRule rule(String text) {
        return ((RuleReading.Read) RuleText.read(text)).rule();
    }

    private PlanReading bound(String text) {
        var binding = new Binding(
                store,
                NOW,
                id -> Optional.ofNullable(segments.get(id)).map(SegmentPlanTest::rule),
                new FestivalCalendar(),
                this::statistics);
        return SegmentPlan.of(rule(text), binding);
    }

    private SegmentPlan plan(String text) {
        return ((PlanReading.Bound) bound(text)).plan();
    }

    private List<RuleError> errors(String text) {
        return ((PlanReading.Refused) bound(text)).errors();
    }

    private Set<String> sure(String text) {
        return buyers(plan(text).select(rows()).sure());
    }

    private Set<String> candidates(String text) {
        return buyers(plan(text).select(rows()).candidates());
    }

    private Set<String> buyers(RowSet selected) {
        var block = rows().block();
        var names = new TreeSet<String>();
        orders.stream()
                .map(Order::buyer)
                .filter(buyer -> selected.has(block.find(RowHash.of(buyer))))
                .forEach(buyer -> names.add(buyer.value()));
        return names;
    }
}
