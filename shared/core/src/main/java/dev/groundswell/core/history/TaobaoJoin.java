package dev.groundswell.core.history;

import dev.groundswell.core.format.Conversion;
import dev.groundswell.core.format.TaobaoExport;
import dev.groundswell.core.format.TaobaoExportItem;
import dev.groundswell.core.order.OrderChangeReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Taobao's order export together with its item file.
 *
 * @param items of the orders of the block, by their id
 */
record TaobaoJoin(
        TaobaoExport format, OrderChangeReader reader, ItemRows itemRows, Map<String, List<TaobaoExportItem>> items)
        implements RowConversion {

    /** The item file's rows of orders, by the orders' ids. */
    interface ItemRows {

        ItemRows NONE = _ -> Map.of();

        Map<String, List<Map<String, Object>>> of(Set<String> orders);
    }

    @Override
    public Outcome convert(List<Map<String, Object>> rows) {
        var row = rows.getFirst();
        var itsItems = orderOf(row).map(order -> items.getOrDefault(order, List.of()));
        return Orders.read(format.convert(row, itsItems.orElse(List.of())), reader);
    }

    @Override
    public RowConversion preparedFor(List<Map<String, Object>> rows) {
        var orders = new HashSet<String>();
        rows.forEach(row -> orderOf(row).ifPresent(orders::add));
        return new TaobaoJoin(format, reader, itemRows, read(itemRows.of(orders)));
    }

    /** Only of a row that is an order even without items. */
    private Optional<String> orderOf(Map<String, Object> row) {
        return format.convert(row) instanceof Conversion.Change(var values)
                ? Optional.of(String.valueOf(values.get("orderId")))
                : Optional.empty();
    }

    static Map<String, List<TaobaoExportItem>> read(Map<String, List<Map<String, Object>>> rows) {
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> read(entry.getValue())));
    }

    private static List<TaobaoExportItem> read(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(TaobaoExportItem::read)
                .filter(TaobaoExportItem.Reading.Item.class::isInstance)
                .map(read -> ((TaobaoExportItem.Reading.Item) read).item())
                .toList();
    }
}
