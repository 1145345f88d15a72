package dev.groundswell.core.format;

import static java.util.Map.entry;

import dev.groundswell.core.order.OrderStatus;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of the seller centre for how far an order has come, of all years. */
final class TaobaoStatusWords {

    /** Commas and brackets come in two widths, or not at all. */
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s,，、()（）.。:：]");

    private static final Map<String, OrderStatus> WORDS = Map.ofEntries(
            entry("等待买家付款", OrderStatus.AWAITING_PAYMENT),
            entry("没有创建支付宝交易", OrderStatus.AWAITING_PAYMENT),
            entry("未创建支付宝交易", OrderStatus.AWAITING_PAYMENT),
            entry("付款确认中", OrderStatus.AWAITING_PAYMENT),
            entry("国际信用卡支付付款确认中", OrderStatus.AWAITING_PAYMENT),
            entry("0元购合约中", OrderStatus.AWAITING_PAYMENT),
            entry("等待买家付定金", OrderStatus.AWAITING_PAYMENT),
            entry("定金未付尾款未付", OrderStatus.AWAITING_PAYMENT),
            entry("等待买家付尾款", OrderStatus.DEPOSIT_PAID),
            entry("定金已付尾款未付", OrderStatus.DEPOSIT_PAID),
            entry("买家已付定金等待买家付尾款", OrderStatus.DEPOSIT_PAID),
            entry("买家已付款等待卖家发货", OrderStatus.PAID),
            entry("买家已付款", OrderStatus.PAID),
            entry("等待卖家发货", OrderStatus.PAID),
            entry("已付款但禁止发货", OrderStatus.PAID),
            entry("拼团中", OrderStatus.PAID),
            entry("卖家部分发货", OrderStatus.SHIPPED),
            entry("部分发货", OrderStatus.SHIPPED),
            entry("卖家已发货等待买家确认", OrderStatus.SHIPPED),
            entry("卖家已发货等待买家确认收货", OrderStatus.SHIPPED),
            entry("等待买家确认收货", OrderStatus.SHIPPED),
            entry("卖家已发货", OrderStatus.SHIPPED),
            entry("买家已签收", OrderStatus.DELIVERED),
            entry("货到付款买家已签收", OrderStatus.DELIVERED),
            entry("交易成功", OrderStatus.COMPLETED),
            entry("交易关闭", OrderStatus.CLOSED),
            entry("交易自动关闭", OrderStatus.CLOSED),
            entry("付款前交易关闭", OrderStatus.CLOSED),
            entry("付款以前卖家或买家主动关闭交易", OrderStatus.CLOSED),
            entry("付款以后用户退款成功交易自动关闭", OrderStatus.CLOSED));

    private TaobaoStatusWords() {}

    static Optional<OrderStatus> of(String word) {
        return Optional.ofNullable(WORDS.get(PUNCTUATION.matcher(word).replaceAll("")));
    }

    /** @throws Refusal if there is none, or one that no export has had */
    static OrderStatus required(String column, @Nullable String word) {
        var written = Objects.requireNonNull(Refusal.required(column, word));
        return of(written)
                .orElseThrow(() -> Refusal.invalid(
                        column,
                        "must be one of Taobao's statuses, such as 等待买家付款, 买家已付款，等待卖家发货, 卖家已发货，等待买家确认, 交易成功 or"
                                + " 交易关闭, not "
                                + Refusal.shown(written)));
    }
}
