package dev.groundswell.core.format;

import static dev.groundswell.core.format.Conversions.change;
import static dev.groundswell.core.format.Conversions.order;
import static dev.groundswell.core.format.Conversions.rejection;
import static dev.groundswell.core.format.PlainValues.list;
import static dev.groundswell.core.format.PlainValues.object;
import static dev.groundswell.core.format.PlainValues.with;
import static dev.groundswell.core.format.PlainValues.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.OrderStatus;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedRowsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static MappedRows rows(Map<String, ?> mapping) {
        return new MappedRows(ColumnMappingTest.valid(mapping), Currency.getInstance("CNY"), SHANGHAI);
    }

    private static Map<String, @Nullable Object> plainMapping() {
        return object(
                "buyers", "ONE_PER_ORDER",
                "columns", object("orderId", "id", "orderedAt", "created", "paidAt", "paid at", "payable", "total"),
                "times", object("formats", list("yyyy-MM-dd HH:mm:ss")));
    }

    private static Map<String, @Nullable Object> plainRow() {
        return object("id", "1", "created", "2020-02-01 00:14:15", "paid at", "2020-02-01 00:14:20", "total", "38.0");
    }

    @Nested
    class ARow {

        private final MappedRows rows = rows(Samples.mapping());

        @Test
        void isReadInTheWordsAndFormsOfItsMapping() {
            assertThat(change(rows.convert(Samples.mappedRow())))
                    .containsOnly(
                            Map.entry("orderId", "A-7"),
                            Map.entry("buyerId", "K-1"),
                            Map.entry("status", "COMPLETED"),
                            Map.entry("orderedAt", "2024-03-31T09:30:00+02:00"),
                            Map.entry("modifiedAt", "2024-03-31T09:31:00.001+02:00"),
                            Map.entry("paidAt", "2024-03-31T09:31:00+02:00"),
                            Map.entry("currency", "EUR"),
                            Map.entry("payable", "1234.50"),
                            Map.entry("refunded", "20.00"),
                            Map.entry("origin", List.of("MOBILE")),
                            Map.entry("buyer", Map.of("name", "Ada Lovelace")),
                            Map.entry("region", Map.of("country", "DE")));
        }

        @ParameterizedTest
        @CsvSource({
            "Total, '1,234.50'",
            "Total, '1.23,50'",
            "Total, -3",
            "Total, '3,999'",
            "Total, one",
            "Placed, 2024-03-31",
            "State, lost",
            "Returned, some"
        })
        void namesTheCellThatIsWrong(String column, String cell) {
            var rejection = rejection(rows.convert(with(Samples.mappedRow(), column, cell)));

            assertThat(rejection.field()).isEqualTo(column);
            assertThat(rejection.message()).startsWith("The field " + column + " must ");
        }

        @ParameterizedTest
        @CsvSource({"Order no", "Customer", "Placed", "Total"})
        void namesTheColumnThatIsEmpty(String column) {
            assertThat(rejection(rows.convert(with(Samples.mappedRow(), column, "NULL")))
                            .field())
                    .isEqualTo(column);
        }

        @Test
        void mayHoldTheStatusesOwnNames() {
            assertThat(order(rows.convert(with(Samples.mappedRow(), "State", "SHIPPED")))
                            .status())
                    .isEqualTo(OrderStatus.SHIPPED);
        }

        @Test
        void fromAnUnknownChannelHasNoOrigin() {
            assertThat(order(rows.convert(with(Samples.mappedRow(), "Channel", "carrier pigeon")))
                            .origins())
                    .isEmpty();
        }
    }

    @Nested
    class AFileWithoutStatusAndBuyer {

        private final MappedRows rows = rows(plainMapping());

        @Test
        void tellsTheStatusByTheTimesThatAreFilled() {
            assertThat(order(rows.convert(plainRow())).status()).isEqualTo(OrderStatus.PAID);
            assertThat(order(rows.convert(with(plainRow(), "paid at", ""))).status())
                    .isEqualTo(OrderStatus.AWAITING_PAYMENT);
        }

        @Test
        void makesEveryOrderItsOwnBuyers() {
            assertThat(order(rows.convert(plainRow())).buyer().value()).isEqualTo("order-1");
        }

        @Test
        void isInTheStoresMoneyAndTime() {
            var order = order(rows.convert(plainRow()));

            assertThat(order.amounts().payable()).hasToString("38.00 CNY");
            assertThat(order.times().orderedAt()).isEqualTo("2020-01-31T16:14:15Z");
            assertThat(order.times().modifiedAt()).isEqualTo("2020-01-31T16:14:20Z");
        }

        @Test
        void saysWhenUnpaidOrdersCloseIfTheMappingDoes() {
            var closing = rows(with(plainMapping(), "closesUnpaidAfter", "PT24H"));

            assertThat(order(closing.convert(plainRow())).times().closesAt()).isEqualTo("2020-02-01T16:14:15Z");
        }

        @Test
        void isReadWhateverStandsAroundItsHeaders() {
            var row = without(plainRow(), "id");
            row.put("\uFEFF id ", "=\"0017\"");

            assertThat(order(rows.convert(row)).id().value()).isEqualTo("0017");
        }
    }

    @Nested
    class AFileOfItems {

        private final Map<String, @Nullable Object> mapping = with(
                with(plainMapping(), "rows", "ONE_PER_ITEM"),
                "itemColumns",
                object("itemId", "article", "quantity", "pieces", "price", "each"));

        private final MappedRows rows = rows(mapping);

        private Map<String, @Nullable Object> row(String id, String article, String pieces) {
            var row = with(with(plainRow(), "id", id), "article", article);
            return with(with(row, "pieces", pieces), "each", article.isEmpty() ? "" : "19");
        }

        @Test
        void hasAnOrderInAdjacentRows() {
            assertThat(rows.sameOrder(row("1", "a", "1"), row("1", "b", "1"))).isTrue();
            assertThat(rows.sameOrder(row("1", "a", "1"), row("2", "a", "1"))).isFalse();
            assertThat(rows.sameOrder(row("", "a", "1"), row("", "a", "1"))).isFalse();
            assertThat(rows(plainMapping()).sameOrder(plainRow(), plainRow())).isFalse();
        }

        @Test
        void givesAnOrderALineForEachRow() {
            var order = order(rows.convert(List.of(row("1", "a", "2"), row("1", "b", "3.0"))));

            assertThat(order.pieces()).isEqualTo(5);
            assertThat(order.items().getLast().itemId()).isEqualTo("b");
        }

        @Test
        void mayHoldAnOrderWithoutLines() {
            assertThat(order(rows.convert(row("1", "", ""))).items()).isEmpty();
        }

        @Test
        void namesTheCellOfALineThatIsWrong() {
            assertThat(rejection(rows.convert(List.of(row("1", "a", "2"), row("1", "b", "none"))))
                            .field())
                    .isEqualTo("pieces");
        }
    }
}
