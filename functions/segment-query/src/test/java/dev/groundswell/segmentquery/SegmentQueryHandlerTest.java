package dev.groundswell.segmentquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.segment.SegmentQueryException;
import dev.groundswell.cloud.segment.SegmentQueryFunction;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.MembersResult;
import dev.groundswell.core.segment.MembersResult.Place;
import dev.groundswell.core.segment.PreviewResult;
import dev.groundswell.core.segment.SegmentPreview;
import dev.groundswell.core.segment.SegmentPreview.Reachability;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asked through the port that GraphqlApi has, so what goes there and back is tested from both sides. */
class SegmentQueryHandlerTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final FunctionDesk desk = new FunctionDesk(aws);
    private final InvokedHandler lambda = new InvokedHandler(desk);
    private final SegmentQueryFunction queries = new SegmentQueryFunction(lambda, "SegmentQuery:live");

    @BeforeAll
    static void create() {
        FunctionDesk.create(aws);
    }

    private SegmentPreview preview(String rule) {
        var result = queries.preview(FunctionDesk.STORE.id(), FunctionDesk.rule(rule));
        return ((PreviewResult.Previewed) result).preview();
    }

    @Nested
    class APreview {

        @Test
        void countsMembersAndWhatEachPartKeeps() {
            var preview = preview("paid_orders >= 1 AND has_phone = true AND paid_orders >= 2");

            assertThat(preview.count()).isEqualTo(5);
            assertThat(preview.isExact()).isTrue();
            assertThat(preview.sample()).hasSize(5).contains(new BuyerId("B2"));
            assertThat(preview.reachability()).isEqualTo(new Reachability(0, 0, 5, 0));
            assertThat(preview.clauses())
                    .extracting(SegmentPreview.Clause::left)
                    .containsExactly(20L, 10L, 5L);
            assertThat(preview.clauses())
                    .extracting(SegmentPreview.Clause::alone)
                    .containsExactly(20L, 10L, 10L);
            assertThat(preview.cost().readUnits()).isPositive();
        }

        @Test
        void looksCloselyAtThoseWhomColumnsDoNotDecide() {
            var preview = preview("orders(item = 'item-1') >= 1");

            assertThat(preview.count()).isEqualTo(10);
            assertThat(preview.isExact()).isTrue();
        }

        @Test
        void ofEverybodyHasASampleOnly() {
            assertThat(preview("everyone").sample()).hasSize(SegmentPreview.MAX_SAMPLE);
        }

        @Test
        void costsLessTheSecondTime() {
            var first = preview("paid_orders >= 1 AND spend > 1000000").cost();
            var second = preview("paid_orders >= 1 AND spend > 1000000").cost();

            assertThat(second.readUnits()).isLessThanOrEqualTo(first.readUnits());
        }

        @Test
        void ofARuleThatMakesNoSenseIsRefused() {
            var result = queries.preview(FunctionDesk.STORE.id(), FunctionDesk.rule("in_segment('unknown')"));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            PreviewResult.Refused.class,
                            refused -> assertThat(refused.errors()).hasSize(1));
        }
    }

    @Nested
    class Members {

        @Test
        void comePageByPageEachOnce() {
            for (var rule : new String[] {"paid_orders >= 1", "orders(item = 'item-0') >= 1"}) {
                var all = new ArrayList<BuyerId>();
                var next = OptionalLong.empty();
                do {
                    var result = queries.members(FunctionDesk.STORE.id(), FunctionDesk.rule(rule), 7, next);
                    var page = (MembersResult.Page) result;
                    page.members().stream().map(Place::buyer).forEach(all::add);
                    next = page.next();
                } while (next.isPresent());

                assertThat(all)
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 30)
                                .filter(i -> i % 3 > 0)
                                .mapToObj(i -> new BuyerId("B" + i))
                                .toList());
            }
        }
    }

    @Nested
    class Figures {

        @Test
        void areOfAllCustomers() {
            var statistics = queries.statistics(FunctionDesk.STORE.id());

            assertThat(statistics.customers()).isEqualTo(30);
            assertThat(statistics.payers()).isEqualTo(20);
            assertThat(statistics.spend().at(0)).isEqualByComparingTo("10000");
        }
    }

    @Nested
    class WhatGoesWrong {

        @Test
        void inTheFunctionIsSaidWithoutItsMessage() {
            assertThatThrownBy(() -> queries.statistics(new StoreId("unknown")))
                    .isInstanceOfSatisfying(
                            SegmentQueryException.class,
                            failed -> assertThat(failed.reason()).isEqualTo(SegmentQueryException.Reason.FAILED))
                    .hasMessageContaining("IllegalArgumentException")
                    .hasMessageNotContaining("unknown");
        }

        @Test
        void onTheWayThereIsBusy() {
            lambda.throttle();

            assertThatThrownBy(() -> queries.statistics(FunctionDesk.STORE.id()))
                    .isInstanceOfSatisfying(
                            SegmentQueryException.class,
                            failed -> assertThat(failed.reason()).isEqualTo(SegmentQueryException.Reason.BUSY));
        }
    }
}
