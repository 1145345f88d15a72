package dev.groundswell.cloud.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.BuyerContact;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderAmounts;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderItem;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.OrderTimes;
import dev.groundswell.core.order.OrderVersion;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.order.Presale;
import dev.groundswell.core.order.Region;
import dev.groundswell.core.order.Review;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class OrderJsonProperties {

    @Property
    void whatIsWrittenIsReadAlike(@ForAll long seed) {
        var order = new RandomOrder(new Random(seed)).order();

        assertThat(OrderJson.read(OrderJson.write(order))).isEqualTo(order);
    }

    @Property
    void aVersionTellsTheSnapshotsApart(@ForAll long seed, @ForAll long otherSeed) {
        var one = new RandomOrder(new Random(seed)).order();
        var other = new RandomOrder(new Random(otherSeed)).order();

        assertThat(OrderVersion.of(one).equals(OrderVersion.of(other))).isEqualTo(one.equals(other));
    }

    /** Anything that an order may hold, each optional part there or not. */
    private record RandomOrder(Random random) {

        private static final List<String> TEXTS =
                List.of("", "a", "\"quoted\"\\", "四川省", "line\nbreak", "\u0000", "😀", "|#", "x".repeat(300));

        Order order() {
            var currency = Currency.getInstance(random.nextBoolean() ? "CNY" : "JPY");
            return new Order(
                    new OrderId("T" + random.nextInt(3) + oneOf(TEXTS).replace("x", "")),
                    new BuyerId("B" + random.nextInt()),
                    oneOf(List.of(OrderStatus.values())),
                    times(),
                    new OrderAmounts(
                            money(currency),
                            maybe(() -> money(currency)),
                            maybe(() -> money(currency)),
                            maybe(() -> money(currency))),
                    maybe(() -> new Presale(
                            money(currency),
                            maybe(this::instant),
                            maybe(this::instant),
                            maybe(this::instant),
                            random.nextBoolean())),
                    origins(),
                    random.nextInt(6),
                    maybe(() -> "alipay"),
                    maybe(() -> "https://pay.example/x?y=z"),
                    new BuyerContact(text(), text(), text()),
                    new Region(text(), text(), text()),
                    Stream.generate(() -> item(currency))
                            .limit(random.nextInt(4))
                            .toList(),
                    maybe(() -> new Review(maybe(() -> random.nextInt(1, 6)), maybe(this::instant))),
                    oneOf(List.of(OrderSource.LIVE, OrderSource.live("shopify"), OrderSource.ofImport("2026-x"))));
        }

        private OrderTimes times() {
            return new OrderTimes(
                    instant(),
                    instant(),
                    maybe(this::instant),
                    maybe(this::instant),
                    maybe(this::instant),
                    maybe(this::instant),
                    maybe(this::instant),
                    maybe(this::instant),
                    maybe(this::instant));
        }

        private OrderItem item(Currency currency) {
            return new OrderItem(
                    "I" + random.nextInt(),
                    text(),
                    text(),
                    text(),
                    random.nextInt(1, 1_000_001),
                    money(currency),
                    random.nextBoolean());
        }

        private Set<Origin> origins() {
            var origins = EnumSet.noneOf(Origin.class);
            for (var origin : Origin.values()) {
                if (random.nextBoolean()) {
                    origins.add(origin);
                }
            }
            return origins;
        }

        private Instant instant() {
            return Instant.ofEpochSecond(
                    random.nextLong(700_000_000L, 7_000_000_000L),
                    random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
        }

        private Money money(Currency currency) {
            return new Money(random.nextLong(1_000_000_000_000L), currency);
        }

        private @Nullable String text() {
            return maybe(() -> oneOf(TEXTS));
        }

        private <T> @Nullable T maybe(Supplier<T> value) {
            return random.nextBoolean() ? value.get() : null;
        }

        private <T> T oneOf(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
