package dev.groundswell.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency JPY = Currency.getInstance("JPY");

    @ParameterizedTest
    @CsvSource({"71.94,7194", "71.9,7190", "71,7100", "0,0", "0.00,0", "999999999999999.99,99999999999999999"})
    void aDecimalIsReadIntoMinorUnits(String decimal, long fen) {
        assertThat(Money.parse(decimal, CNY)).contains(new Money(fen, CNY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1.", ".5", "1.234", "1,00", "1e3", " 1", "NaN", "9999999999999999", "١"})
    void anythingElseIsRefused(String text) {
        assertThat(Money.parse(text, CNY)).isEmpty();
    }

    @Test
    void decimalsBeyondTheMinorUnitMayOnlyBeZero() {
        assertThat(Money.parse("100.00", JPY)).contains(new Money(100, JPY));
        assertThat(Money.parse("100.50", JPY)).isEmpty();
    }

    @Property
    void whatIsWrittenIsReadAlike(@ForAll @LongRange(min = 0, max = 99_999_999_999_999_999L) long minorUnits) {
        var money = new Money(minorUnits, CNY);

        assertThat(Money.parse(money.toDecimal().toPlainString(), CNY)).contains(money);
    }

    @ParameterizedTest
    @CsvSource({"185676623,27396,6778", "185676623,25810,7194", "5,2,3", "-5,2,-3", "1,3,0"})
    void aShareIsRoundedHalfUp(long fen, long among, long share) {
        assertThat(new Money(fen, CNY).dividedBy(among)).contains(new Money(share, CNY));
    }

    @Test
    void noneCanShareNothing() {
        assertThat(new Money(100, CNY).dividedBy(0)).isEmpty();
    }

    @Test
    void currenciesDoNotMix() {
        var yen = new Money(1, JPY);

        assertThatThrownBy(() -> Money.zero(CNY).plus(yen)).hasMessageContaining("JPY");
    }
}
