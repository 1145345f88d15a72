package dev.groundswell.bench.segment;

import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.segment.plan.Binding;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/** The question that everybody is asked: who bought several times and lately, for some money, lives nearby, and can be reached. */
final class FiveClauses {

    static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    static final String RULE = "paid_orders >= 2 AND last_paid_at >= -90d AND spend >= 300"
            + " AND province IN ('上海', '广东', '江苏', '浙江') AND sms_reachable = true";

    private FiveClauses() {}

    /** The same for a database whose table has the index's columns. */
    static String sql() {
        return "SELECT count(*) FROM customers WHERE paid_orders >= 2 AND last_paid_at >= %d AND spend >= 30000"
                        .formatted(GeneratedCustomers.NOW
                                .minus(Duration.ofDays(90))
                                .getEpochSecond())
                + " AND province IN ('上海', '广东', '江苏', '浙江') AND sms_reachable";
    }

    static SegmentPlan plan() {
        var binding = new Binding(STORE, GeneratedCustomers.NOW, _ -> Optional.empty(), new FestivalCalendar(), () -> {
            throw new IllegalStateException("No clause needs statistics.");
        });
        return switch (RuleText.read(RULE)) {
            case RuleReading.Read(var rule) ->
                switch (SegmentPlan.of(rule, binding)) {
                    case PlanReading.Bound(var plan) -> plan;
                    case PlanReading.Refused refused -> throw new IllegalStateException(refused.toString());
                };
            case RuleReading.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
