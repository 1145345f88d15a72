package dev.groundswell.graphqlapi.message.receipt;

import dev.groundswell.core.message.receipt.DeliveryCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** What all workers counted of a day, a provider and a destination. */
record DeliveryFigure(LocalDate date, DeliveryCount count) {

    private static final int DECIMALS = 4;

    BigDecimal rate() {
        return BigDecimal.valueOf(count.delivered())
                .divide(BigDecimal.valueOf(count.delivered() + count.failed()), DECIMALS, RoundingMode.HALF_UP);
    }
}
