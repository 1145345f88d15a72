package dev.groundswell.core.order;

import dev.groundswell.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders for tests that read as prose: {@code anOrder("T1").by("B1").placedAt("…").paidAt("…").build()}. */
public final class AnOrder {

    public static final Currency CNY = Currency.getInstance("CNY");

    private final OrderId id;
    private BuyerId buyer = new BuyerId("B1");
    private OrderStatus status = OrderStatus.AWAITING_PAYMENT;
    private Instant orderedAt = Instant.parse("2020-02-01T04:00:00Z");
    private @Nullable Instant modifiedAt;
    private @Nullable Instant paidAt;
    private @Nullable Instant closesAt;
    private int sellerFlag;
    private @Nullable String paymentUrl;
    private Money payable = cny(10_000);
    private @Nullable Money paid;
    private @Nullable Money refunded;
    private @Nullable Presale presale;
    private final Set<Origin> origins = EnumSet.noneOf(Origin.class);
    private BuyerContact contact = BuyerContact.UNKNOWN;
    private Region region = Region.UNKNOWN;
    private OrderSource source = OrderSource.LIVE;
    private final List<OrderItem> items = new ArrayList<>();
    private @Nullable Review review;

    private AnOrder(OrderId id) {
        this.id = id;
    }

    public static AnOrder anOrder(String id) {
        return new AnOrder(new OrderId(id));
    }

    public static Money cny(long fen) {
        return new Money(fen, CNY);
    }

    public AnOrder by(String buyerId) {
        buyer = new BuyerId(buyerId);
        return this;
    }

    public AnOrder placedAt(String instant) {
        orderedAt = Instant.parse(instant);
        return this;
    }

    public AnOrder placedAt(Instant instant) {
        orderedAt = instant;
        return this;
    }

    /** Paid in full, unless {@link #paying} says otherwise. */
    public AnOrder paidAt(String instant) {
        return paidAt(Instant.parse(instant));
    }

    public AnOrder paidAt(Instant instant) {
        paidAt = instant;
        status = OrderStatus.PAID;
        return this;
    }

    public AnOrder paidAfter(Duration lag) {
        return paidAt(orderedAt.plus(lag));
    }

    public AnOrder paying(long fen) {
        paid = cny(fen);
        return this;
    }

    public AnOrder costing(long fen) {
        payable = cny(fen);
        return this;
    }

    public AnOrder refunding(long fen) {
        refunded = cny(fen);
        return this;
    }

    public AnOrder modifiedAt(String instant) {
        return modifiedAt(Instant.parse(instant));
    }

    public AnOrder modifiedAt(Instant instant) {
        modifiedAt = instant;
        return this;
    }

    public AnOrder with(OrderStatus newStatus) {
        status = newStatus;
        return this;
    }

    public AnOrder from(Origin origin) {
        origins.add(origin);
        return this;
    }

    public AnOrder inPresale(long deposit) {
        presale = new Presale(cny(deposit), null, null, null, false);
        return this;
    }

    /** @param until when the deposit is forfeited */
    public AnOrder inPresale(long deposit, @Nullable Instant depositPaidAt, Instant from, Instant until) {
        presale = new Presale(cny(deposit), depositPaidAt, from, until, false);
        return this;
    }

    public AnOrder closingAt(String instant) {
        closesAt = Instant.parse(instant);
        return this;
    }

    public AnOrder flagged(int flag) {
        sellerFlag = flag;
        return this;
    }

    public AnOrder payableAt(String url) {
        paymentUrl = url;
        return this;
    }

    public AnOrder item(String itemId, @Nullable String category, int quantity) {
        items.add(new OrderItem(itemId, null, null, category, quantity, cny(100), false));
        return this;
    }

    public AnOrder of(String name, @Nullable String phone, @Nullable String email) {
        contact = new BuyerContact(name, phone, email);
        return this;
    }

    public AnOrder to(String country, String province) {
        region = new Region(country, province, null);
        return this;
    }

    public AnOrder titled(String itemId, String title, int quantity) {
        items.add(new OrderItem(itemId, null, title, null, quantity, cny(100), false));
        return this;
    }

    /** @param at absent where the source does not say */
    public AnOrder reviewed(@Nullable Integer score, @Nullable String at) {
        review = new Review(score, at == null ? null : Instant.parse(at));
        return this;
    }

    public AnOrder from(OrderSource door) {
        source = door;
        return this;
    }

    /** Modified when it was paid, or else when it was placed, unless {@link #modifiedAt} says otherwise. */
    public Order build() {
        var modified = modifiedAt != null ? modifiedAt : paidAt != null ? paidAt : orderedAt;
        return new Order(
                id,
                buyer,
                status,
                new OrderTimes(orderedAt, modified, paidAt, null, null, null, null, null, closesAt),
                new OrderAmounts(payable, paid, null, refunded),
                presale,
                origins,
                sellerFlag,
                null,
                paymentUrl,
                contact,
                region,
                items,
                review,
                source);
    }
}
