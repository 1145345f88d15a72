package dev.groundswell.cloud.segment;

import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.plan.Quantiles;
import dev.groundswell.core.segment.plan.RfmBounds;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link AudienceStatistics} as JSON values; decimals are texts. */
final class StatisticsJson {

    private StatisticsJson() {}

    static Map<String, Object> write(AudienceStatistics statistics) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("customers", statistics.customers());
        fields.put("payers", statistics.payers());
        fields.put("recency", statistics.rfm().recency());
        fields.put("frequency", statistics.rfm().frequency());
        fields.put("monetary", statistics.rfm().monetary());
        fields.put("productCycleDays", statistics.productCycleDays());
        fields.put("averageOrderValue", decimals(statistics.averageOrderValue()));
        fields.put("spend", decimals(statistics.spend()));
        return fields;
    }

    static AudienceStatistics read(Map<String, ?> fields) {
        return new AudienceStatistics(
                JsonFields.number(fields, "customers"),
                JsonFields.number(fields, "payers"),
                new RfmBounds(numbers(fields, "recency"), numbers(fields, "frequency"), numbers(fields, "monetary")),
                Math.toIntExact(JsonFields.number(fields, "productCycleDays")),
                quantiles(fields, "averageOrderValue"),
                quantiles(fields, "spend"));
    }

    private static List<String> decimals(Quantiles quantiles) {
        return quantiles.twentieths().stream().map(BigDecimal::toPlainString).toList();
    }

    private static Quantiles quantiles(Map<String, ?> fields, String name) {
        return new Quantiles(
                JsonFields.texts(fields, name).stream().map(BigDecimal::new).toList());
    }

    private static List<Long> numbers(Map<String, ?> fields, String name) {
        return JsonFields.list(fields, name).stream()
                .map(value -> ((Number) value).longValue())
                .toList();
    }
}
