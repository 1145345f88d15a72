package dev.groundswell.core.format;

import dev.groundswell.core.format.ColumnMapping.BuyerMeaning;
import dev.groundswell.core.format.ColumnMapping.RowMeaning;
import dev.groundswell.core.order.OrderStatus;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of any CSV file, by a store's own {@link ColumnMapping}.
 *
 * <p>A mapping without a status column or constant says how far an order has come by the times that are filled: the furthest
 * of paid, shipped, delivered, completed and closed. Without a column for the time of the last change it is the latest of the
 * order's times, a millisecond later where something was given back: of two files of the same order, the later one shows more.
 */
public final class MappedRows implements OrderFormat {

    /** What an order went through, with the status that its time alone shows; the furthest last. */
    private static final Map<MappedField, OrderStatus> STEPS = steps();

    private static final int MAX_QUANTITY = 1_000_000;

    private final ColumnMapping mapping;
    private final CellReader cells;
    private final Currency storeCurrency;
    private final Set<String> absentWords;
    private final Map<MappedField, String> names;
    private final Map<MappedItemField, String> itemNames;

    /**
     * @param storeCurrency of orders whose file names none
     * @param storeZone     of times whose file names none
     */
    public MappedRows(ColumnMapping mapping, Currency storeCurrency, ZoneId storeZone) {
        this.mapping = mapping;
        this.cells = new CellReader(mapping, storeZone);
        this.storeCurrency = storeCurrency;
        this.absentWords = mapping.absentWords();
        this.names = names(mapping.columns(), MappedField.class);
        this.itemNames = names(mapping.itemColumns(), MappedItemField.class);
    }

    private static Map<MappedField, OrderStatus> steps() {
        var steps = new EnumMap<MappedField, OrderStatus>(MappedField.class);
        steps.put(MappedField.PAID_AT, OrderStatus.PAID);
        steps.put(MappedField.SHIPPED_AT, OrderStatus.SHIPPED);
        steps.put(MappedField.DELIVERED_AT, OrderStatus.DELIVERED);
        steps.put(MappedField.COMPLETED_AT, OrderStatus.COMPLETED);
        steps.put(MappedField.CLOSED_AT, OrderStatus.CLOSED);
        return steps;
    }

    @Override
    public Conversion convert(Map<String, ?> row) {
        return convert(List.of(row));
    }

    /**
     * Whether a row goes on with the order of the row right before it, so that both are converted together.
     *
     * @return always false unless the mapping's rows are items
     */
    public boolean sameOrder(Map<String, ?> row, Map<String, ?> next) {
        if (mapping.rows() == RowMeaning.ONE_PER_ORDER) {
            return false;
        }
        var order = orderOf(row);
        return order.isPresent() && order.equals(orderOf(next));
    }

    /** The id of the row's order; empty if the row has none. */
    public Optional<String> orderOf(Map<String, ?> row) {
        return Optional.ofNullable(cell(Cells.of(row), MappedField.ORDER_ID));
    }

    /**
     * One order of one or several rows: each is a line of it, and the first gives all else.
     *
     * @param rows at least one
     */
    public Conversion convert(List<? extends Map<String, ?>> rows) {
        return Refusal.caught(() -> order(rows));
    }

    private Conversion order(List<? extends Map<String, ?>> rows) {
        var row = Cells.of(rows.getFirst());
        var fields = fields(row);
        var orderId = Refusal.required(column(MappedField.ORDER_ID), fields.get(MappedField.ORDER_ID));
        var orderedAt = Refusal.required(column(MappedField.ORDERED_AT), fields.get(MappedField.ORDERED_AT));
        Refusal.required(column(MappedField.PAYABLE), fields.get(MappedField.PAYABLE));
        fields.putIfAbsent(MappedField.CURRENCY, storeCurrency.getCurrencyCode());
        fields.putIfAbsent(MappedField.STATUS, statusBySteps(fields).name());
        fields.computeIfAbsent(MappedField.BUYER_ID, _ -> buyerOf(orderId));
        fields.putIfAbsent(MappedField.MODIFIED_AT, modifiedAt(fields));
        closesAt(orderedAt).ifPresent(at -> fields.putIfAbsent(MappedField.CLOSES_AT, at));
        if (!fields.containsKey(MappedField.DEPOSIT)) {
            fields.keySet().removeIf(field -> field.path().startsWith("presale."));
        }
        var change = new ChangeValues();
        fields.forEach((field, value) -> change.put(field.path(), value));
        return change.put("items", items(rows)).change();
    }

    private Map<MappedField, Object> fields(Cells row) {
        var fields = new EnumMap<MappedField, Object>(MappedField.class);
        mapping.constants().forEach((field, value) -> fields.put(field, CellReader.constant(field, value)));
        for (var field : names.keySet()) {
            var cell = cell(row, field);
            var value = cell == null ? null : cells.read(field, column(field), cell);
            if (value != null) {
                fields.put(field, value);
            }
        }
        return fields;
    }

    private Object buyerOf(Object orderId) {
        if (mapping.buyers() == BuyerMeaning.BY_COLUMN) {
            throw Refusal.missing(column(MappedField.BUYER_ID));
        }
        return Buyers.ofOrder(orderId.toString());
    }

    private static OrderStatus statusBySteps(Map<MappedField, Object> fields) {
        var status = OrderStatus.AWAITING_PAYMENT;
        for (var step : STEPS.entrySet()) {
            status = fields.containsKey(step.getKey()) ? step.getValue() : status;
        }
        var hasDeposit = fields.containsKey(MappedField.DEPOSIT_PAID_AT);
        return status == OrderStatus.AWAITING_PAYMENT && hasDeposit ? OrderStatus.DEPOSIT_PAID : status;
    }

    private static OffsetDateTime modifiedAt(Map<MappedField, Object> fields) {
        var times = EnumSet.copyOf(STEPS.keySet());
        times.add(MappedField.ORDERED_AT);
        times.add(MappedField.DEPOSIT_PAID_AT);
        times.add(MappedField.REVIEWED_AT);
        var known =
                times.stream().map(fields::get).map(OffsetDateTime.class::cast).toArray(OffsetDateTime[]::new);
        return LastChange.of((String) fields.get(MappedField.REFUNDED), known);
    }

    private Optional<OffsetDateTime> closesAt(Object orderedAt) {
        return Optional.ofNullable(mapping.closesUnpaidAfter()).map(((OffsetDateTime) orderedAt)::plus);
    }

    private List<Map<String, Object>> items(List<? extends Map<String, ?>> rows) {
        if (mapping.itemColumns().isEmpty()) {
            return List.of();
        }
        var items = new ArrayList<Map<String, Object>>(rows.size());
        for (var row : rows) {
            var item = item(Cells.of(row));
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }

    /** A row whose item cells are all empty is an order without lines. */
    private Map<String, Object> item(Cells row) {
        var texts = new EnumMap<MappedItemField, String>(MappedItemField.class);
        mapping.itemColumns().forEach((field, columns) -> {
            var text = present(row.text(columns, " "));
            if (text != null) {
                texts.put(field, text);
            }
        });
        return texts.isEmpty() ? Map.of() : item(texts);
    }

    private Map<String, Object> item(Map<MappedItemField, String> texts) {
        var item = new LinkedHashMap<String, Object>();
        var title = texts.get(MappedItemField.TITLE);
        var id = texts.getOrDefault(MappedItemField.ITEM_ID, title);
        var price = texts.get(MappedItemField.PRICE);
        item.put("itemId", Refusal.required(column(MappedItemField.ITEM_ID), id));
        texts.forEach((field, text) -> item.putIfAbsent(field.path(), text));
        item.put("quantity", quantity(texts.get(MappedItemField.QUANTITY)));
        var priceColumn = column(MappedItemField.PRICE);
        item.put(
                "price",
                Amounts.canonical(priceColumn, cells.amount(priceColumn, Refusal.required(priceColumn, price))));
        return item;
    }

    private int quantity(@Nullable String cell) {
        return cell == null ? 1 : cells.whole(column(MappedItemField.QUANTITY), cell, 1, MAX_QUANTITY);
    }

    private @Nullable String cell(Cells row, MappedField field) {
        var separator = field.kind() == MappedField.Kind.ID ? "-" : " ";
        return present(row.text(mapping.columns().getOrDefault(field, List.of()), separator));
    }

    private @Nullable String present(@Nullable String cell) {
        return cell == null || absentWords.contains(cell) ? null : cell;
    }

    /** As the file's header names it. */
    private String column(MappedField field) {
        return names.getOrDefault(field, field.path());
    }

    private String column(MappedItemField field) {
        return itemNames.getOrDefault(field, field.path());
    }

    private static <F extends Enum<F>> Map<F, String> names(Map<F, List<String>> columns, Class<F> type) {
        var names = new EnumMap<F, String>(type);
        columns.forEach((field, headers) -> names.put(field, String.join(" + ", headers)));
        return names;
    }
}
