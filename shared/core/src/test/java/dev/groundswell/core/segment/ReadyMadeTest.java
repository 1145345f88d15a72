package dev.groundswell.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentField;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReadyMadeTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Store STORE = new Store(new StoreId("demo"), "Demo", CNY, ZoneId.of("Asia/Shanghai"));
    private static final StoreThresholds THRESHOLDS =
            new StoreThresholds(45, new Money(7_194, CNY), new Money(3_000, CNY), new Money(50_050, CNY), 3);
    private static final Instant NOW = Instant.parse("2026-11-22T03:12:05Z");

    private final KnownSegments known = new KnownSegments(new SegmentsInMemory(), new FestivalCalendar());

    private String rule(String id) {
        return known.rules(STORE, () -> THRESHOLDS, NOW)
                .apply(id)
                .map(RuleText::write)
                .orElseThrow();
    }

    @Nested
    class EachOfThem {

        @Test
        void isAnOrdinaryRuleOfTheStore() {
            assertThat(known.readyMade(STORE, THRESHOLDS, NOW))
                    .extracting(ReadyMade.Ruled::segment)
                    .containsExactly(ReadyMade.values());
        }

        @Test
        void canBeNamedByOtherRules() {
            assertThat(ReadyMade.values())
                    .allSatisfy(each -> assertThat(ReadyMade.find(each.id())).contains(each));
            assertThat(ReadyMade.find(new SegmentId("vip"))).isEmpty();
        }

        @Test
        void canBeCopiedUnderItsOwnName() {
            assertThat(ReadyMade.values()).allSatisfy(each -> {
                assertThat(Segment.isName(each.title())).isTrue();
                assertThat(Segment.isDescription(each.description())).isTrue();
            });
        }
    }

    @Nested
    class TheirThresholds {

        @Test
        void areOfTheStoresOwnCustomers() {
            assertThat(rule("new-dormant"))
                    .isEqualTo("paid_orders = 1 AND last_paid_at < -45d AND last_paid_at >= -90d");
            assertThat(rule("old-high-quality"))
                    .isEqualTo("paid_orders >= 3 AND last_paid_at >= -45d AND average_order_value >= 71.94");
            assertThat(rule("high-value")).isEqualTo("paid_orders >= 1 AND spend >= 500.5");
        }

        @Test
        void areAskedForOnlyWhereARuleNeedsThem() {
            var rules = known.rules(
                    STORE,
                    () -> {
                        throw new AssertionError("nobody asked for a ready-made segment");
                    },
                    NOW);

            assertThat(rules.apply("vip")).isEmpty();
            assertThat(rules.apply("no id at all")).isEmpty();
        }
    }

    @Nested
    class WhoeverMissedThePromotion {

        @Test
        void missedTheLatestThatHasEndedInTheStoresZone() {
            assertThat(rule("missed-promotion"))
                    .isEqualTo("first_paid_at < 2026-11-01 AND NOT bought_in('double-11-2026')");
        }

        @Test
        void isNobodyWhereThereWasNone() {
            assertThat(ReadyMade.MISSED_PROMOTION.rule(THRESHOLDS, Optional.empty()))
                    .isEmpty();
            assertThat(ReadyMade.POTENTIAL.rule(THRESHOLDS, Optional.empty())).isPresent();
        }
    }

    @Test
    void everyGroupByRfmHasASegment() {
        var groups = Arrays.stream(ReadyMade.values())
                .map(ReadyMade::template)
                .filter(rule -> rule.startsWith("rfm_segment = "))
                .map(rule -> rule.substring("rfm_segment = ".length()))
                .toList();

        assertThat(groups).isEqualTo(List.copyOf(SegmentField.RFM_SEGMENT.choices()));
    }
}
