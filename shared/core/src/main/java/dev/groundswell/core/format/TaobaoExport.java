package dev.groundswell.core.format;

import dev.groundswell.core.order.OrderStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the order export ({@code ExportOrderList}) of Taobao's and Tmall's seller centre, of 2016 and later, by the names of
 * their columns.
 *
 * <p>What the export does not say, and what is said instead:
 * <ul>
 *   <li><b>modifiedAt</b> is the latest of the times that the row gives, a millisecond later where a refund shows; so of
 *       two exports of an order the one that shows more wins, and a live trade of a later time wins over both.
 *   <li><b>shippedAt, closedAt</b> are absent: there is no column.
 *   <li><b>items</b> come from the item file ({@link TaobaoExportItem}). Without it an order has one line, made of the row's own
 *       title, number of pieces and goods' amount, so that pieces are counted right; of an order of several kinds the
 *       title names them all, and the price is their average.
 *   <li><b>buyer</b> is 买家会员名. A masked one ({@code t**}) names many people at once, so such an order is its own buyer's.
 *   <li><b>presale</b>: the deposit is the first amount that 分阶段订单信息 names, and 0.00 where it names none.
 * </ul>
 */
public final class TaobaoExport implements OrderFormat {

    /** By the year in which Taobao began to write it. Later ones have more columns and mean the same by those they share. */
    public enum Edition {
        YEAR_2016,
        YEAR_2017,
        YEAR_2018,
        YEAR_2019
    }

    static final String ORDER_ID = "订单编号";

    private static final String BUYER = "买家会员名";
    private static final String ALIPAY_ACCOUNT = "买家支付宝账号";
    private static final String GOODS = "买家应付货款";
    private static final String SHIPPING_FEE = "买家应付邮费";
    private static final String TOTAL = "总金额";
    private static final String PAID = "买家实际支付金额";
    private static final String STATUS = "订单状态";
    private static final String RECEIVER = "收货人姓名";
    private static final String ADDRESS = "收货地址";
    private static final String PHONE = "联系电话";
    private static final String MOBILE = "联系手机";
    private static final String CREATED = "订单创建时间";
    private static final String PAID_AT = "订单付款时间";
    private static final String TITLE = "宝贝标题";
    private static final String PIECES = "宝贝总数量";
    private static final String ON_PHONE = "是否手机订单";
    private static final String STEPS = "分阶段订单信息";
    private static final String IN_SHOP = "是否是O2O交易";
    private static final String REFUNDED = "退款金额";
    private static final String CONFIRMED_AT = "确认收货时间";

    /** Without these it is another file, or one that no order can be made of. */
    private static final List<String> NEEDED = List.of(ORDER_ID, BUYER, TOTAL, STATUS, CREATED);

    /** In every edition, and in no other export: three of four are enough to know the file by. */
    private static final Set<String> TELLING = Set.of(BUYER, ALIPAY_ACCOUNT, "宝贝总数量", "订单关闭原因");

    private static final int ENOUGH_TELLING = 3;

    private static final List<Map.Entry<Edition, Set<String>>> NEW_IN = List.of(
            Map.entry(Edition.YEAR_2019, Set.of("支付单号", "支付详情", "主订单编号")),
            Map.entry(Edition.YEAR_2018, Set.of(CONFIRMED_AT, "打款商家金额", "新零售交易类型")),
            Map.entry(Edition.YEAR_2017, Set.of(REFUNDED, "是否上传合同照片", "预约门店")));

    private static final Pattern ID = Pattern.compile("[0-9]{1,64}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?(?=\\s*元)|[0-9]{1,9}\\.[0-9]{2}");
    private static final int MAX_PIECES = 1_000_000;

    /** Recognises a file by its header row; blanks around the names do not matter. */
    public static Optional<Edition> recognise(Collection<String> header) {
        var names = header.stream().map(Cells::name).toList();
        var telling = TELLING.stream().filter(names::contains).count();
        if (!names.containsAll(NEEDED) || telling < ENOUGH_TELLING) {
            return Optional.empty();
        }
        return Optional.of(NEW_IN.stream()
                .filter(edition -> edition.getValue().stream().anyMatch(names::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Edition.YEAR_2016));
    }

    /** The columns that no order can do without and that the header row does not have. */
    public static List<String> missingIn(Collection<String> header) {
        var names = header.stream().map(Cells::name).toList();
        return NEEDED.stream().filter(name -> !names.contains(name)).toList();
    }

    /** A row without the item file's. */
    @Override
    public Conversion convert(Map<String, ?> row) {
        return convert(row, List.of());
    }

    /**
     * A row with the rows of the item file that have its order id.
     *
     * @param items as {@link TaobaoExportItem#read} gives them; none if there is no item file
     */
    public Conversion convert(Map<String, ?> row, List<TaobaoExportItem> items) {
        return Refusal.caught(() -> order(Cells.of(row), items));
    }

    private static Conversion order(Cells row, List<TaobaoExportItem> items) {
        var id = orderId(row);
        var status = TaobaoStatusWords.required(STATUS, row.text(STATUS));
        var created = Refusal.required(CREATED, time(row, CREATED));
        var confirmed = time(row, CONFIRMED_AT);
        var paidAt = paidAt(row, status, created, confirmed);
        var refunded = refunded(row);
        var address = ChineseAddress.of(row.text(ADDRESS));
        var completedAt = status == OrderStatus.COMPLETED ? confirmed : null;
        var change = new ChangeValues()
                .put("orderId", id)
                .put("buyerId", buyer(row, id))
                .put("status", status.name())
                .put("orderedAt", created)
                .put("modifiedAt", LastChange.of(refunded, created, time(row, PAID_AT), confirmed))
                .put("paidAt", paidAt)
                .put("completedAt", completedAt)
                .put("currency", "CNY")
                .put("payable", Refusal.required(TOTAL, amount(row, TOTAL)))
                .put("paid", paidAt == null && status != OrderStatus.DEPOSIT_PAID ? null : amount(row, PAID))
                .put("shippingFee", amount(row, SHIPPING_FEE))
                .put("refunded", refunded)
                .put("origin", origin(row))
                .put("buyer.name", Personal.name(row.text(RECEIVER)))
                .put("buyer.phone", Personal.phone(row.text(MOBILE), row.text(PHONE), row.text(ALIPAY_ACCOUNT)))
                .put("buyer.email", Personal.email(row.text(ALIPAY_ACCOUNT)))
                .put("region.country", "CN")
                .put("region.province", address.province())
                .put("region.city", address.city())
                .put("items", items.isEmpty() ? ownLine(row) : lines(items, paidAt != null));
        presale(row, change);
        return change.change();
    }

    static String orderId(Cells row) {
        var id = Refusal.required(ORDER_ID, row.text(ORDER_ID));
        if (!ID.matcher(id).matches()) {
            throw Refusal.invalid(
                    ORDER_ID,
                    "must be all digits, not " + Refusal.shown(id)
                            + "; a spreadsheet program shortens order numbers when it saves the file, so take the file"
                            + " as it was downloaded");
        }
        return id;
    }

    private static String buyer(Cells row, String orderId) {
        var name = Refusal.required(BUYER, row.text(BUYER));
        return Personal.isMasked(name) ? Buyers.ofOrder(orderId) : name;
    }

    /** An order that is completed was paid; one paid on delivery has no other time than that of its receipt. */
    private static @Nullable OffsetDateTime paidAt(
            Cells row, OrderStatus status, OffsetDateTime created, @Nullable OffsetDateTime confirmed) {
        var paidAt = time(row, PAID_AT);
        if (status == OrderStatus.AWAITING_PAYMENT || status == OrderStatus.DEPOSIT_PAID) {
            return null;
        }
        if (paidAt != null || status != OrderStatus.COMPLETED) {
            return paidAt;
        }
        return confirmed == null ? created : confirmed;
    }

    private static @Nullable OffsetDateTime time(Cells row, String column) {
        var text = row.text(column);
        return text == null ? null : TaobaoTimes.inFile(column, text);
    }

    private static @Nullable String amount(Cells row, String column) {
        var text = row.text(column);
        return text == null ? null : Amounts.canonical(column, Amounts.decimal(column, withoutUnit(text)));
    }

    private static String withoutUnit(String amount) {
        return amount.endsWith("元") ? amount.substring(0, amount.length() - 1) : amount;
    }

    /** Some editions write words such as 无退款申请 where nothing was given back. */
    private static @Nullable String refunded(Cells row) {
        var text = row.text(REFUNDED);
        return text == null || text.chars().noneMatch(Character::isDigit) ? null : amount(row, REFUNDED);
    }

    private static List<String> origin(Cells row) {
        var inShop = "是".equals(row.text(IN_SHOP)) ? Stream.of("OFFLINE") : Stream.<String>empty();
        if (!row.has(ON_PHONE)) {
            return inShop.toList();
        }
        var onPhone = row.text(ON_PHONE);
        var isOnPhone = onPhone != null && (onPhone.contains("手机") || onPhone.equals("是"));
        return Stream.concat(Stream.of(isOnPhone ? "MOBILE" : "WEB"), inShop).toList();
    }

    private static void presale(Cells row, ChangeValues change) {
        var steps = row.text(STEPS);
        if (steps == null || steps.equals("否")) {
            return;
        }
        var amount = AMOUNT.matcher(steps);
        change.put(
                "presale.deposit", amount.find() ? Amounts.canonical(STEPS, new BigDecimal(amount.group())) : "0.00");
        change.mark("presale.forfeited", steps.contains("罚没"));
    }

    private static List<Map<String, Object>> ownLine(Cells row) {
        var title = Texts.cut(row.text(TITLE), Texts.TITLE);
        var pieces = pieces(row);
        var goods = amount(row, row.has(GOODS) ? GOODS : TOTAL);
        if (title == null || pieces == 0 || goods == null) {
            return List.of();
        }
        var each = new BigDecimal(goods).divide(BigDecimal.valueOf(pieces), 2, RoundingMode.HALF_UP);
        return List.of(new ChangeValues()
                .put("itemId", title)
                .put("title", title)
                .put("quantity", pieces)
                .put("price", each.toPlainString())
                .values());
    }

    private static int pieces(Cells row) {
        var text = row.text(PIECES);
        if (text == null) {
            return 0;
        }
        var pieces = Amounts.decimal(PIECES, text);
        if (pieces.signum() < 0 || pieces.compareTo(BigDecimal.valueOf(MAX_PIECES)) > 0) {
            throw Refusal.outOfRange(PIECES, "must lie between 0 and " + MAX_PIECES);
        }
        return pieces.intValue();
    }

    private static List<Map<String, Object>> lines(List<TaobaoExportItem> items, boolean isPaid) {
        return items.stream().map(item -> item.line(isPaid)).toList();
    }
}
