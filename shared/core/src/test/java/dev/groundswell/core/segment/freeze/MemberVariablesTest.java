package dev.groundswell.core.segment.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.Column;
import dev.groundswell.core.message.text.KnownVariable;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberVariablesTest {

    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    private static MemberVariables member(@Nullable String name, Map<Column, Long> numbers) {
        var row = new AudienceRow(new BuyerId("B1"), 1, name, null, null, numbers, Map.of(Column.CITY, "杭州"));
        return new MemberVariables(row, STORE);
    }

    @Nested
    class AValue {

        private final MemberVariables member = member(
                " Ann ",
                Map.of(
                        Column.ORDERS, 12L,
                        Column.SPEND, 7_194L,
                        Column.AVERAGE_REVIEW_SCORE, 450L,
                        Column.HAS_PHONE, 1L,
                        Column.HAS_EMAIL, 0L,
                        Column.LAST_PAID_AT,
                                Instant.parse("2026-11-10T16:00:00Z").getEpochSecond()));

        @ParameterizedTest
        @CsvSource({
            "name, Ann",
            "orders, 12",
            "spend, 71.94",
            "average_review_score, 4.50",
            "city, 杭州",
            "last_paid_at, 2026-11-11",
            "has_phone, true"
        })
        void isSaidAsAPersonReadsIt(String name, String said) {
            assertThat(member.value(name)).isEqualTo(said);
        }

        @ParameterizedTest
        @ValueSource(strings = {"has_email", "first_paid_at", "rfm_segment", "nothing"})
        void isAbsentWhereThereIsNoneOrItDoesNotHold(String name) {
            assertThat(member.value(name)).isNull();
        }
    }

    @Nested
    class AName {

        @ParameterizedTest
        @ValueSource(strings = {"张**", "*", " "})
        void thatIsHiddenIsNone(String name) {
            assertThat(member(name, Map.of()).value("name")).isNull();
        }

        @Test
        void mayBeUnknown() {
            assertThat(member(null, Map.of()).value("name")).isNull();
        }
    }

    @Nested
    class AllVariables {

        @Test
        void haveNamesOfTheirOwn() {
            assertThat(MemberVariables.ALL).extracting(KnownVariable::name).doesNotHaveDuplicates();
        }
    }
}
