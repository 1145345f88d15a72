package dev.groundswell.cloud.wallet;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import dev.groundswell.core.wallet.LedgerEntry;
import dev.groundswell.core.wallet.LedgerEntry.Kind;
import dev.groundswell.core.wallet.Reservation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys and attributes of the table {@code Wallets}. */
final class WalletItems {

    static final String PK = "pk";
    static final String SK = "sk";

    static final String WALLET = "wallet";
    static final String ENTRY = "entry#";
    static final String PLAN = "plan#";
    private static final String LEDGER = "ledger#";
    private static final String RESERVATION = "reservation#";

    static final String AVAILABLE = "available";
    static final String RESERVED = "reserved";
    static final String AMOUNT = "amount";
    static final String SPENT = "spent";
    static final String OPEN = "open";
    private static final String ID = "id";
    private static final String KIND = "kind";
    private static final String BY = "by";
    private static final String AT = "at";

    private WalletItems() {}

    static Map<String, AttributeValue> key(StoreId store, String sortKey) {
        return Map.of(PK, text(store.value()), SK, text(sortKey));
    }

    static String reservation(String id) {
        return RESERVATION + id;
    }

    static String plan(String id) {
        return PLAN + id;
    }

    /** Where a movement is found by its id: it is there exactly if the movement happened. */
    static String ledger(Kind kind, String id) {
        return LEDGER + kind + "#" + id;
    }

    /** Where a movement is among all, by time. */
    static String entry(LedgerEntry entry) {
        return ENTRY + FixedWidth.format(entry.at()) + "#" + entry.kind() + "#" + entry.id();
    }

    static Map<String, AttributeValue> item(StoreId store, String sortKey, LedgerEntry entry) {
        var item = new HashMap<>(key(store, sortKey));
        item.put(ID, text(entry.id()));
        item.put(KIND, text(entry.kind().name()));
        item.put(AVAILABLE, number(entry.available()));
        item.put(RESERVED, number(entry.reserved()));
        item.put(BY, text(entry.by()));
        item.put(AT, text(entry.at().toString()));
        return item;
    }

    static LedgerEntry entry(Item item) {
        return new LedgerEntry(
                item.text(ID),
                Kind.valueOf(item.text(KIND)),
                item.number(AVAILABLE),
                item.number(RESERVED),
                item.text(BY),
                Instant.parse(item.text(AT)));
    }

    static Map<String, AttributeValue> item(StoreId store, Reservation reservation) {
        var item = new HashMap<>(key(store, reservation(reservation.id())));
        item.put(ID, text(reservation.id()));
        item.put(AMOUNT, number(reservation.amount()));
        item.put(SPENT, number(reservation.spent()));
        item.put(OPEN, number(reservation.open()));
        return item;
    }

    static Reservation reservation(Item item) {
        return new Reservation(item.text(ID), item.number(AMOUNT), item.number(SPENT), item.number(OPEN));
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
