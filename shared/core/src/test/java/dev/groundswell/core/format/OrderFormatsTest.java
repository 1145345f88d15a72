package dev.groundswell.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderFormatsTest {

    @ParameterizedTest
    @EnumSource
    void everyFormatThatBringsOrdersIsThereButForThatOfAMapping(SourceFormat format) {
        assertThat(OrderFormats.of(format, ZoneId.of("Asia/Shanghai")).isPresent())
                .isEqualTo(format.bringsOrders() && format != SourceFormat.MAPPED_CSV);
    }

    @Test
    void canonicalChangesStayAsTheyAre() {
        var change = Map.of("orderId", "T1", "colour", List.of(1, 2));

        assertThat(new CanonicalChanges().convert(change)).isEqualTo(new Conversion.Change(Map.copyOf(change)));
        assertThat(new CanonicalChanges().records(List.of(change, change))).hasSize(2);
    }

    @Test
    void aRecordThatIsNoObjectIsRefused() {
        assertThat(Conversions.rejection(new CanonicalChanges().convertRecord("T1"))
                        .message())
                .contains("object");
    }
}
