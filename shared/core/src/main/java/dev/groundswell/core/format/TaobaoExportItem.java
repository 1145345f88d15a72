package dev.groundswell.core.format;

import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Rejection;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the seller centre's item file ({@code ExportOrderDetailList}): one line of the order that it names.
 *
 * <p>The file has no item id. The line's item id is the merchant's own code (商家编码), or else the code in the merchant's other
 * systems (外部系统编号), or else the title; where both codes are there and differ, the second is the sku's.
 *
 * @param price of one piece, canonical
 * @param isClosed whether this line was closed, which in an order that was paid means that it was given back
 */
public record TaobaoExportItem(
        String orderId,
        String itemId,
        @Nullable String skuId,
        @Nullable String title,
        int quantity,
        String price,
        boolean isClosed) {

    private static final String TITLE = "标题";
    private static final String PRICE = "价格";
    private static final String QUANTITY = "购买数量";
    private static final String EXTERNAL_CODE = "外部系统编号";
    private static final String STATUS = "订单状态";
    private static final String MERCHANT_CODE = "商家编码";

    private static final List<String> NEEDED = List.of(TaobaoExport.ORDER_ID, TITLE, PRICE, QUANTITY);
    private static final int MAX_QUANTITY = 1_000_000;

    /** An item's line, or why it is none. */
    public sealed interface Reading {
        record Item(TaobaoExportItem item) implements Reading {}

        record Refused(Rejection rejection) implements Reading {}
    }

    /** Whether this is the header row of an item file; blanks around the names do not matter. */
    public static boolean recognise(Collection<String> header) {
        return header.stream().map(Cells::name).toList().containsAll(NEEDED);
    }

    public static Reading read(Map<String, ?> row) {
        try {
            return new Reading.Item(item(Cells.of(row)));
        } catch (Refusal refusal) {
            return new Reading.Refused(refusal.rejection());
        }
    }

    private static TaobaoExportItem item(Cells row) {
        var title = Texts.cut(row.text(TITLE), Texts.TITLE);
        var merchantCode = row.text(MERCHANT_CODE);
        var externalCode = row.text(EXTERNAL_CODE);
        var itemId = Texts.first(merchantCode, externalCode, title);
        var price = Refusal.required(PRICE, row.text(PRICE));
        return new TaobaoExportItem(
                TaobaoExport.orderId(row),
                Refusal.required(TITLE, itemId),
                externalCode == null || externalCode.equals(itemId) ? null : externalCode,
                title,
                quantity(Refusal.required(QUANTITY, row.text(QUANTITY))),
                Amounts.canonical(PRICE, Amounts.decimal(PRICE, price)),
                isClosed(row));
    }

    private static boolean isClosed(Cells row) {
        var word = row.text(STATUS);
        return word != null
                && TaobaoStatusWords.of(word)
                        .filter(status -> status == OrderStatus.CLOSED)
                        .isPresent();
    }

    private static int quantity(String text) {
        var quantity = Amounts.decimal(QUANTITY, text);
        var isWhole = quantity.stripTrailingZeros().scale() <= 0;
        if (!isWhole || quantity.signum() <= 0 || quantity.compareTo(BigDecimal.valueOf(MAX_QUANTITY)) > 0) {
            throw Refusal.invalid(
                    QUANTITY, "must be a whole number from 1 to " + MAX_QUANTITY + ", not " + Refusal.shown(text));
        }
        return quantity.intValue();
    }

    /** As an order change has it. */
    Map<String, Object> line(boolean isOrderPaid) {
        return new ChangeValues()
                .put("itemId", itemId)
                .put("skuId", skuId)
                .put("title", title)
                .put("quantity", quantity)
                .put("price", price)
                .mark("refunded", isClosed && isOrderPaid)
                .values();
    }
}
