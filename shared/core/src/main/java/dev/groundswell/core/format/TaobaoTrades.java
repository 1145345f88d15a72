package dev.groundswell.core.format;

import dev.groundswell.core.order.OrderStatus;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trade as the Taobao open platform answers it ({@code trades.sold.get}, {@code trades.sold.increment.get},
 * {@code trade.fullinfo.get}): times are Beijing's, amounts decimal yuan.
 *
 * <p>What is not plain to see:
 * <ul>
 *   <li><b>buyer</b>: {@code buyer_open_uid}, else {@code buyer_nick}; a masked nick names many people, so such an order is its own
 *       buyer's.
 *   <li><b>receiver</b>: what is masked or encrypted is left out, and with an {@code oaid} the phone too, for it is masked or
 *       somebody else's for a while.
 *   <li><b>presale</b>: a trade does not say its deposit. It is the first of {@code step_pay_details}, else {@code step_paid_fee} while it is
 *       less than the whole, else 0.00. A forfeited presale is closed and was never paid.
 *   <li><b>refunded</b>: what the refunded sub-orders say; else of a closed trade all of it, of a finished one what the seller did not
 *       receive, and of any other the sub-orders' shares.
 *   <li><b>closesAt</b> is {@code timeout_action_time} while the trade waits for its payment; later that is another time-out's.
 *   <li><b>price</b> is the item's, before what was taken off for the order.
 * </ul>
 */
public final class TaobaoTrades implements OrderFormat {

    /** What goes out without its payment is paid on delivery. */
    private static final Set<OrderStatus> WITHOUT_PAYMENT =
            EnumSet.of(OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.COMPLETED);

    private static final List<String> ENVELOPES = List.of(
            "trades_sold_get_response",
            "trades_sold_increment_get_response",
            "trades_sold_incrementv_get_response",
            "trade_fullinfo_get_response",
            "trade_get_response",
            "trades",
            "trade");

    /** The seller's flags that an order change can hold. Taobao has added colours; an order is not lost for one. */
    private static final int MAX_FLAG = 5;

    private static final int MAX_QUANTITY = 1_000_000;

    /** What the platform calls a trade's status, and what it means here. */
    private enum Status {
        TRADE_NO_CREATE_PAY(OrderStatus.AWAITING_PAYMENT),
        WAIT_BUYER_PAY(OrderStatus.AWAITING_PAYMENT),
        PAY_PENDING(OrderStatus.AWAITING_PAYMENT),
        WAIT_PRE_AUTH_CONFIRM(OrderStatus.AWAITING_PAYMENT),
        WAIT_SELLER_SEND_GOODS(OrderStatus.PAID),
        PAID_FORBID_CONSIGN(OrderStatus.PAID),
        SELLER_CONSIGNED_PART(OrderStatus.SHIPPED),
        WAIT_BUYER_CONFIRM_GOODS(OrderStatus.SHIPPED),
        TRADE_BUYER_SIGNED(OrderStatus.DELIVERED),
        TRADE_FINISHED(OrderStatus.COMPLETED),
        TRADE_CLOSED(OrderStatus.CLOSED),
        TRADE_CLOSED_BY_TAOBAO(OrderStatus.CLOSED);

        private final OrderStatus canonical;

        Status(OrderStatus canonical) {
            this.canonical = canonical;
        }

        boolean isBeforePayment() {
            return canonical == OrderStatus.AWAITING_PAYMENT || this == TRADE_CLOSED_BY_TAOBAO;
        }

        static Status of(String written) {
            return Arrays.stream(values())
                    .filter(status -> status.name().equals(written))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(
                            "status",
                            "must be one of "
                                    + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))
                                    + ", not " + Refusal.shown(written)));
        }
    }

    /** How far the two steps of a presale have come. */
    private enum Step {
        NO_PRESALE,
        NOTHING_PAID,
        DEPOSIT_PAID,
        ALL_PAID,
        FORFEITED;

        /** A trade that says it is paid is paid, whatever its steps say. */
        static Step of(@Nullable String written, Status status) {
            return switch (written) {
                case null -> NO_PRESALE;
                case "FRONT_PAID_FINAL_NOPAID" ->
                    status.canonical == OrderStatus.AWAITING_PAYMENT ? DEPOSIT_PAID : ALL_PAID;
                case "FRONT_PAID_FINAL_PAID" -> ALL_PAID;
                case "FRONT_PAID_FRONT_FORFEITED" -> FORFEITED;
                default -> NOTHING_PAID;
            };
        }

        boolean isDepositOnly() {
            return this == DEPOSIT_PAID || this == FORFEITED;
        }

        OrderStatus canonical(Status status) {
            return switch (this) {
                case DEPOSIT_PAID -> OrderStatus.DEPOSIT_PAID;
                case FORFEITED -> OrderStatus.CLOSED;
                case NO_PRESALE, NOTHING_PAID, ALL_PAID -> status.canonical;
            };
        }
    }

    /** A trade, or the trades in a response of the platform, or in a list of either. */
    @Override
    public List<?> records(Object document) {
        return Envelopes.open(document, ENVELOPES);
    }

    @Override
    public Conversion convert(Map<String, ?> source) {
        return Refusal.caught(() -> trade(SourceObject.of(source)));
    }

    private static Conversion trade(SourceObject trade) {
        if (!(trade.has("created") || trade.has("orders"))) {
            return new Conversion.NotAnOrder("This is no trade, but at most a message about one.");
        }
        var id = Refusal.required("tid", trade.firstText("tid_str", "tid"));
        var status = Status.of(trade.requiredText("status"));
        var step = Step.of(trade.text("step_trade_status"), status);
        var canonical = step.canonical(status);
        var payable = trade.requiredAmount("payment");
        var paidAt = status.isBeforePayment() || step.isDepositOnly() ? null : paidAt(trade, status);
        var subOrders = trade.object("orders").objects("order");
        var change = new ChangeValues()
                .put("orderId", id)
                .put("buyerId", buyer(trade, id))
                .put("status", canonical.name())
                .put("currency", "CNY")
                .put("payable", payable)
                .put("paid", paidAt == null ? depositPaid(trade, step) : payable)
                .put("shippingFee", trade.amount("post_fee"))
                .put("refunded", paidAt == null ? null : refunded(trade, status, payable, subOrders))
                .put("origin", origin(trade, subOrders))
                .put("sellerFlag", sellerFlag(trade))
                .put("paymentMethod", paymentMethod(trade))
                .put("items", items(trade, subOrders, paidAt != null));
        times(trade, canonical, paidAt, change);
        presale(trade, step, payable, change);
        people(trade, change);
        return change.change();
    }

    private static String buyer(SourceObject trade, String id) {
        var openUid = trade.text("buyer_open_uid");
        if (openUid != null) {
            return openUid;
        }
        var nick = Refusal.required("buyer_open_uid", trade.text("buyer_nick"));
        return Personal.isMasked(nick) ? Buyers.ofOrder(id) : nick;
    }

    /** Past its payment: paid on delivery is paid once it is finished; of other trades the time may not have been asked for. */
    private static @Nullable OffsetDateTime paidAt(SourceObject trade, Status status) {
        var paidAt = trade.time("pay_time", TaobaoTimes.PLATFORM);
        if (paidAt != null) {
            return paidAt;
        }
        if (!isOfType(trade, "cod")) {
            return trade.time("created", TaobaoTimes.PLATFORM);
        }
        return status == Status.TRADE_FINISHED ? trade.time("end_time", TaobaoTimes.PLATFORM) : null;
    }

    private static void times(
            SourceObject trade, OrderStatus status, @Nullable OffsetDateTime paidAt, ChangeValues change) {
        var created = Refusal.required("created", trade.time("created", TaobaoTimes.PLATFORM));
        var modified = trade.time("modified", TaobaoTimes.PLATFORM);
        var consigned = trade.time("consign_time", TaobaoTimes.PLATFORM);
        var ended = trade.time("end_time", TaobaoTimes.PLATFORM);
        var timeout = trade.time("timeout_action_time", TaobaoTimes.PLATFORM);
        var canBeShipped = paidAt != null || WITHOUT_PAYMENT.contains(status);
        change.put("orderedAt", created)
                .put("modifiedAt", modified == null ? LastChange.of(null, created, paidAt, consigned, ended) : modified)
                .put("paidAt", paidAt)
                .put("shippedAt", canBeShipped ? consigned : null)
                .put("promisedBy", promisedBy(trade))
                .put("completedAt", status == OrderStatus.COMPLETED ? ended : null)
                .put("closedAt", status == OrderStatus.CLOSED ? ended : null)
                .put("closesAt", status == OrderStatus.AWAITING_PAYMENT ? timeout : null);
    }

    private static @Nullable OffsetDateTime promisedBy(SourceObject trade) {
        return Stream.of("promise_sign_time", "sign_time", "es_date")
                .map(name -> TaobaoTimes.promise(trade.text(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String depositPaid(SourceObject trade, Step step) {
        return step.isDepositOnly() ? trade.amount("step_paid_fee") : null;
    }

    private static void presale(SourceObject trade, Step step, String payable, ChangeValues change) {
        if (step == Step.NO_PRESALE) {
            return;
        }
        change.put("presale.deposit", deposit(trade, step, payable));
        if (step == Step.DEPOSIT_PAID) {
            change.put("presale.depositPaidAt", trade.time("pay_time", TaobaoTimes.PLATFORM));
        }
        change.mark("presale.forfeited", step == Step.FORFEITED);
    }

    private static String deposit(SourceObject trade, Step step, String payable) {
        var ofFirstStep = trade.object("step_pay_details").objects("step_pay_detail").stream()
                .filter(detail -> "1".equals(detail.text("step_no")))
                .map(detail -> detail.amount("step_actual_pay_fee"))
                .filter(Objects::nonNull)
                .findFirst();
        if (ofFirstStep.isPresent()) {
            return ofFirstStep.get();
        }
        var paid = trade.amount("step_paid_fee");
        if (paid == null || step == Step.NOTHING_PAID) {
            return "0.00";
        }
        var isPart = new BigDecimal(paid).compareTo(new BigDecimal(payable)) < 0;
        return step.isDepositOnly() || isPart ? paid : "0.00";
    }

    private static @Nullable String refunded(
            SourceObject trade, Status status, String payable, List<SourceObject> subOrders) {
        var refunds = subOrders.stream().filter(TaobaoTrades::isRefunded).toList();
        if (!refunds.isEmpty() && refunds.stream().allMatch(refund -> refund.has("refund_fee"))) {
            return sum(refunds, refund -> refund.amount("refund_fee"));
        }
        if (status == Status.TRADE_CLOSED || refunds.isEmpty()) {
            return status == Status.TRADE_CLOSED ? payable : null;
        }
        var received = trade.decimal("received_payment");
        var total = new BigDecimal(payable);
        if (status == Status.TRADE_FINISHED
                && received != null
                && received.signum() > 0
                && received.compareTo(total) < 0) {
            return Amounts.canonical("received_payment", total.subtract(received));
        }
        return sum(refunds, TaobaoTrades::share);
    }

    private static boolean isRefunded(SourceObject subOrder) {
        return "SUCCESS".equals(subOrder.text("refund_status"))
                || Status.TRADE_CLOSED.name().equals(subOrder.text("status"));
    }

    /** What the buyer paid for a sub-order, after all that was taken off. */
    private static @Nullable String share(SourceObject subOrder) {
        var divided = subOrder.amount("divide_order_fee");
        return divided == null ? subOrder.amount("payment") : divided;
    }

    private static String sum(List<SourceObject> refunds, Function<SourceObject, @Nullable String> amountOf) {
        var sum = new BigDecimal("0.00");
        for (var refund : refunds) {
            var amount = amountOf.apply(refund);
            sum = amount == null ? sum : sum.add(new BigDecimal(amount));
        }
        return sum.toPlainString();
    }

    /** The comma list {@code trade_from}, where a name may stand twice; else that of the sub-orders. */
    private static List<String> origin(SourceObject trade, List<SourceObject> subOrders) {
        var marks = new HashSet<String>();
        addMarks(trade.text("trade_from"), marks);
        if (marks.isEmpty()) {
            subOrders.forEach(subOrder -> addMarks(subOrder.text("order_from"), marks));
        }
        var origin = new ArrayList<String>();
        if (marks.contains("WAP")) {
            origin.add("MOBILE");
        } else if (marks.contains("TAOBAO") || marks.contains("HITAO")) {
            origin.add("WEB");
        }
        if (marks.contains("JHS")) {
            origin.add("GROUP_DEAL");
        }
        if (isOfType(trade, "o2o_offlinetrade")) {
            origin.add("OFFLINE");
        }
        return origin;
    }

    private static void addMarks(@Nullable String commaList, Set<String> marks) {
        if (commaList == null) {
            return;
        }
        for (var mark : commaList.split(",")) {
            marks.add(mark.strip().toUpperCase(Locale.ROOT));
        }
    }

    /** The platform writes {@code fixed} and also {@code fixed(一口价)}. */
    private static boolean isOfType(SourceObject trade, String type) {
        var written = trade.text("type");
        return written != null && written.startsWith(type);
    }

    private static @Nullable Integer sellerFlag(SourceObject trade) {
        var flag = trade.integer("seller_flag");
        return flag == null || flag < 0 || flag > MAX_FLAG ? null : flag;
    }

    private static @Nullable String paymentMethod(SourceObject trade) {
        if (isOfType(trade, "cod")) {
            return "cod";
        }
        return trade.has("alipay_no") ? "alipay" : null;
    }

    private static List<Map<String, Object>> items(SourceObject trade, List<SourceObject> subOrders, boolean isPaid) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var subOrder : subOrders) {
            if (!subOrder.isEmpty()) {
                lines.add(line(subOrder, isPaid));
            }
        }
        if (lines.isEmpty() && trade.has("num_iid") && trade.has("price") && trade.has("num")) {
            lines.add(line(trade, false));
        }
        return lines;
    }

    /** Of a sub-order; or of the trade, which has the same fields if it is all of one item. */
    private static Map<String, Object> line(SourceObject source, boolean isPaid) {
        return new ChangeValues()
                .put("itemId", source.requiredText("num_iid"))
                .put("skuId", source.id("sku_id"))
                .put("title", Texts.cut(source.text("title"), Texts.TITLE))
                .put("category", source.id("cid"))
                .put("quantity", quantity(source))
                .put("price", source.requiredAmount("price"))
                .mark("refunded", isPaid && isRefunded(source))
                .values();
    }

    private static int quantity(SourceObject source) {
        var quantity = Refusal.required(source.path() + "num", source.integer("num"));
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw Refusal.outOfRange(source.path() + "num", "must lie between 1 and " + MAX_QUANTITY);
        }
        return quantity;
    }

    private static void people(SourceObject trade, ChangeValues change) {
        var isHidden = trade.text("oaid") != null;
        var city = trade.text("receiver_city");
        change.put("buyer.name", Personal.name(trade.text("receiver_name")))
                .put(
                        "buyer.phone",
                        isHidden ? null : Personal.phone(trade.text("receiver_mobile"), trade.text("receiver_phone")))
                .put("buyer.email", Personal.email(trade.text("buyer_email"), trade.text("buyer_alipay_no")))
                .put("region.country", country(trade.text("receiver_country")))
                .put("region.province", Personal.name(trade.text("receiver_state")))
                .put("region.city", Personal.name(city == null ? trade.text("receiver_district") : city));
    }

    private static String country(@Nullable String written) {
        return written == null || written.startsWith("中国") ? "CN" : written;
    }
}
