package dev.groundswell.core.segment;

import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The segments that every store has. Each is an ordinary rule; what stands in braces is put in from the store's own data, so
 * that whoever copies one finds plain numbers to change.
 *
 * <p><i>Recent</i> is who paid within the last product cycle, <i>dormant</i> who last paid in the cycle before it, and
 * <i>lost</i> who paid longer ago. <i>New</i> customers have paid once, <i>old</i> ones more often.
 */
public enum ReadyMade {
    POTENTIAL(
            "Potential customers",
            "Placed orders that closed unpaid, and never paid for one.",
            "unpaid_closed_orders >= 1 AND paid_orders = 0"),
    NEW_RECENT(
            "New customers, recent",
            "Paid for their first order within the last product cycle, and for no other since.",
            "paid_orders = 1 AND last_paid_at >= -{cycle}d"),
    NEW_DORMANT(
            "New customers, dormant",
            "Paid for one order, in the product cycle before the last.",
            "paid_orders = 1 AND last_paid_at < -{cycle}d AND last_paid_at >= -{two cycles}d"),
    NEW_LOST(
            "New customers, lost",
            "Paid for one order, more than two product cycles ago.",
            "paid_orders = 1 AND last_paid_at < -{two cycles}d"),
    OLD_HIGH_QUALITY(
            "Old customers, high quality",
            "Recent, with many orders, of an average value not below the store's median.",
            "paid_orders >= {many orders} AND last_paid_at >= -{cycle}d AND average_order_value >= {median value}"),
    OLD_LOW_QUALITY(
            "Old customers, low quality",
            "Paid more than once, but dormant or lost, or of a low average order value.",
            "paid_orders >= 2 AND (last_paid_at < -{cycle}d OR average_order_value < {low value})"),
    MOBILE(
            "Mobile customers",
            "Have bought, and placed an order on a phone.",
            "mobile_orders >= 1 AND paid_orders >= 1"),
    PRESALE("Presale customers", "Took part in a presale: placed an order with a deposit.", "presale_orders >= 1"),
    INTERESTED(
            "Interested, not ordered",
            "Favourited an item or put one into the cart in the last 7 days, and placed no order since.",
            "(last_favourited_at >= -7d AND NOT last_ordered_at >= last_favourited_at)"
                    + " OR (last_carted_at >= -7d AND NOT last_ordered_at >= last_carted_at)"),
    HIGH_VALUE(
            "High value, for red packets",
            "Belong to the fifth of the customers who have spent the most.",
            "paid_orders >= 1 AND spend >= {high spend}"),
    MISSED_PROMOTION(
            "Missed the promotion",
            "Old customers, first paid before the latest promotion that has ended, who paid for nothing in its days.",
            "first_paid_at < {promotion start} AND NOT bought_in('{promotion}')"),
    RFM_CHAMPIONS("Champions", "Bought recently and often, and spent the most."),
    RFM_POTENTIAL_LOYALIST("Potential loyalists", "Bought recently, more than once, for a good amount."),
    RFM_LOYAL_CUSTOMERS("Loyal customers", "Buy again and again, if not the latest."),
    RFM_PROMISING("Promising", "Bought rather recently, rarely, for a good amount."),
    RFM_NEW_CUSTOMERS("New by RFM", "Bought very recently, rarely."),
    RFM_CANNOT_LOSE_THEM("Cannot lose them", "Spent much and bought often, but long ago."),
    RFM_AT_RISK("At risk", "Spent much and bought, but long ago."),
    RFM_NEED_ATTENTION("Need attention", "Bought often for good amounts, not recently."),
    RFM_ABOUT_TO_SLEEP("About to sleep", "Bought a while ago, rarely."),
    RFM_LOST("Lost by RFM", "Bought the longest ago."),
    RFM_OTHERS("Others by RFM", "Paid, and belong to no other group by RFM.");

    private static final String RFM = "RFM_";
    private static final Pattern PLACE = Pattern.compile("\\{([a-z ]+)}");

    private final String title;
    private final String description;
    private final String rule;

    ReadyMade(String title, String description, String rule) {
        this.title = title;
        this.description = description;
        this.rule = rule;
    }

    /** The group that recency, frequency and amount make by quintiles. */
    ReadyMade(String title, String description) {
        this.title = title;
        this.description = description;
        this.rule = "rfm_segment = " + name().substring(RFM.length());
    }

    /** As it is named in rules: {@code old-high-quality}. */
    public SegmentId id() {
        return new SegmentId(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** Who is in it, in one sentence. */
    public String description() {
        return description;
    }

    /** With the places in braces as they are. */
    String template() {
        return rule;
    }

    public static Optional<ReadyMade> find(SegmentId id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Its rule for a store.
     *
     * @param promotion the latest that has ended
     * @return empty if the rule needs a promotion and there is none
     */
    public Optional<SegmentRule> rule(StoreThresholds thresholds, Optional<PromotionDays> promotion) {
        var values = values(thresholds, promotion);
        var places = PLACE.matcher(rule).results().map(place -> place.group(1)).toList();
        return values.keySet().containsAll(places)
                ? Optional.of(read(PLACE.matcher(rule).replaceAll(place -> values.get(place.group(1)))))
                : Optional.empty();
    }

    /** Those that have a rule for a store, each with it. */
    public static List<Ruled> all(StoreThresholds thresholds, Optional<PromotionDays> promotion) {
        return Arrays.stream(values())
                .flatMap(each -> each.rule(thresholds, promotion).map(rule -> new Ruled(each, rule)).stream())
                .toList();
    }

    /** A ready-made segment and its rule for one store. */
    public record Ruled(ReadyMade segment, SegmentRule rule) {}

    private static Map<String, String> values(StoreThresholds thresholds, Optional<PromotionDays> promotion) {
        var values = new HashMap<String, String>();
        values.put("cycle", Integer.toString(thresholds.productCycleDays()));
        values.put("two cycles", Integer.toString(2 * thresholds.productCycleDays()));
        values.put("many orders", Integer.toString(thresholds.manyOrders()));
        values.put("median value", thresholds.medianOrderValue().toDecimal().toPlainString());
        values.put("low value", thresholds.lowOrderValue().toDecimal().toPlainString());
        values.put("high spend", thresholds.highSpend().toDecimal().toPlainString());
        promotion.ifPresent(days -> {
            values.put("promotion", days.id());
            values.put("promotion start", days.first().toString());
        });
        return values;
    }

    private static SegmentRule read(String text) {
        return switch (RuleText.read(text)) {
            case RuleReading.Read read -> read.rule();
            case RuleReading.Refused refused -> throw new IllegalStateException(text + ": " + refused.errors());
        };
    }
}
