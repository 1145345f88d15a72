package dev.groundswell.core.reminder.task;

import dev.groundswell.core.message.text.KnownVariable;
import dev.groundswell.core.message.text.VariableType;
import dev.groundswell.core.message.text.Variables;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.Presale;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order's values as a reminder says them.
 *
 * @param paymentLink where it is paid, as it is to stand in the text; empty where the platform tells no such page
 */
public record ReminderVariables(Store store, Order order, BuyerFacts buyer, Optional<String> paymentLink)
        implements Variables {

    public static final String PAYMENT_LINK = "payment_link";

    /** Platforms hide names so; nobody wants to be greeted like that. */
    private static final char MASK = '*';

    /** Titles are written for search engines; in a text message each character counts. */
    private static final int MAX_TITLE = 20;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private record Entry(KnownVariable known, Function<ReminderVariables, Optional<String>> value) {

        static Entry of(
                String name, VariableType type, String meaning, Function<ReminderVariables, Optional<String>> value) {
            return new Entry(new KnownVariable(name, type, meaning), value);
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            Entry.of(
                    "name",
                    VariableType.TEXT,
                    "The buyer's name; none where the platform masks it.",
                    ReminderVariables::name),
            Entry.of(
                    "order_id",
                    VariableType.TEXT,
                    "The order's number on its platform.",
                    of -> Optional.of(of.order.id().value())),
            Entry.of(
                    "amount",
                    VariableType.MONEY,
                    "What is to be paid for the order in all.",
                    of -> Optional.of(text(of.order.amounts().payable()))),
            Entry.of(
                    "to_pay",
                    VariableType.MONEY,
                    "What is to be paid now: the deposit, the balance, or all of it.",
                    of -> of.toPay().map(ReminderVariables::text)),
            Entry.of(
                    "items",
                    VariableType.TEXT,
                    "The first item's title, cut to " + MAX_TITLE + " characters, and how many pieces there are.",
                    ReminderVariables::items),
            Entry.of(
                    PAYMENT_LINK,
                    VariableType.LINK,
                    "Where the order is paid, without signing in; none where the platform tells no such page.",
                    ReminderVariables::paymentLink),
            Entry.of(
                    "ordered_at",
                    VariableType.TIME,
                    "When the order was placed.",
                    of -> Optional.of(of.text(of.order.times().orderedAt()))),
            Entry.of(
                    "closes_at",
                    VariableType.TIME,
                    "When the platform closes the order if it stays unpaid.",
                    of -> Optional.ofNullable(of.order.times().closesAt()).map(of::text)),
            Entry.of(
                    "deposit",
                    VariableType.MONEY,
                    "A presale's deposit.",
                    of -> of.presale().map(Presale::deposit).map(ReminderVariables::text)),
            Entry.of(
                    "balance",
                    VariableType.MONEY,
                    "What a presale costs beyond its deposit.",
                    of -> of.balance().map(ReminderVariables::text)),
            Entry.of(
                    "balance_from",
                    VariableType.TIME,
                    "From when a presale's balance can be paid.",
                    of -> of.presale().map(Presale::balanceFrom).map(of::text)),
            Entry.of(
                    "balance_until",
                    VariableType.TIME,
                    "Until when a presale's balance can be paid.",
                    of -> of.presale().map(Presale::balanceUntil).map(of::text)),
            Entry.of("store", VariableType.TEXT, "The store's name.", of -> Optional.of(of.store.name())));

    /** All that can be written into a reminder. */
    public static final List<KnownVariable> ALL =
            ENTRIES.stream().map(Entry::known).toList();

    private static final Map<String, Function<ReminderVariables, Optional<String>>> VALUES = ENTRIES.stream()
            .collect(Collectors.toUnmodifiableMap(entry -> entry.known().name(), Entry::value));

    @Override
    public @Nullable String value(String name) {
        var value = VALUES.get(name);
        return value == null ? null : value.apply(this).orElse(null);
    }

    private Optional<String> name() {
        return Stream.of(buyer.name(), Optional.ofNullable(order.contact().name()))
                .flatMap(Optional::stream)
                .filter(written -> !written.isBlank() && written.indexOf(MASK) < 0)
                .map(String::strip)
                .findFirst();
    }

    private Optional<String> items() {
        return order.items().stream()
                .findFirst()
                .flatMap(first -> Optional.ofNullable(first.title()))
                .map(title -> {
                    var pieces = order.pieces();
                    return pieces == 1 ? cut(title) : cut(title) + " × " + pieces;
                });
    }

    private static String cut(String title) {
        var length = title.codePointCount(0, title.length());
        return length <= MAX_TITLE ? title : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
    }

    private Optional<Money> toPay() {
        return Phase.of(order).flatMap(phase -> switch (phase) {
            case PAYMENT -> Optional.of(order.amounts().payable());
            case DEPOSIT -> presale().map(Presale::deposit);
            case BALANCE -> balance();
        });
    }

    private Optional<Money> balance() {
        var payable = order.amounts().payable();
        return presale()
                .map(presale -> new Money(
                        Math.max(0, payable.minorUnits() - presale.deposit().minorUnits()), payable.currency()));
    }

    private Optional<Presale> presale() {
        return Optional.ofNullable(order.presale());
    }

    private static String text(Money money) {
        return money.toDecimal().toPlainString();
    }

    private String text(Instant instant) {
        return TIME.format(instant.atZone(store.zone()));
    }
}
