package dev.groundswell.core.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.plan.Quantiles;
import dev.groundswell.core.segment.plan.RfmBounds;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoreThresholdsTest {

    private static final Currency CNY = Currency.getInstance("CNY");

    private static AudienceStatistics statistics(int cycleDays, Quantiles orderValue, Quantiles spend) {
        return new AudienceStatistics(100, 100, RfmBounds.NONE, cycleDays, orderValue, spend);
    }

    /** Of amounts that lie evenly from 0 to a hundred times the step. */
    private static Quantiles evenly(int step) {
        return new Quantiles(IntStream.rangeClosed(0, 20)
                .mapToObj(twentieth -> BigDecimal.valueOf(5L * twentieth * step))
                .toList());
    }

    @Test
    void areQuantilesOfTheStoresCustomers() {
        assertThat(StoreThresholds.of(statistics(45, evenly(100), evenly(1_000)), CNY))
                .isEqualTo(new StoreThresholds(
                        45, new Money(5_000, CNY), new Money(2_000, CNY), new Money(80_000, CNY), 3));
    }

    @Test
    void areZeroInAStoreWithoutCustomers() {
        var none = StoreThresholds.of(statistics(90, Quantiles.NONE, Quantiles.NONE), CNY);

        assertThat(none.highSpend()).isEqualTo(Money.zero(CNY));
        assertThat(none.medianOrderValue()).isEqualTo(Money.zero(CNY));
    }

    @Test
    void haveACycleOfADayAtLeast() {
        assertThat(StoreThresholds.of(statistics(0, Quantiles.NONE, Quantiles.NONE), CNY)
                        .productCycleDays())
                .isEqualTo(1);
        assertThat(StoreThresholds.of(statistics(9_999, Quantiles.NONE, Quantiles.NONE), CNY)
                        .productCycleDays())
                .isEqualTo(StoreThresholds.MAX_CYCLE_DAYS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreThresholds(0, Money.zero(CNY), Money.zero(CNY), Money.zero(CNY), 3));
    }
}
