package dev.groundswell.cloud.wallet;

import static dev.groundswell.cloud.wallet.WalletItems.AMOUNT;
import static dev.groundswell.cloud.wallet.WalletItems.AVAILABLE;
import static dev.groundswell.cloud.wallet.WalletItems.RESERVED;
import static dev.groundswell.cloud.wallet.WalletItems.SK;
import static dev.groundswell.cloud.wallet.WalletItems.key;
import static dev.groundswell.cloud.wallet.WalletItems.number;
import static dev.groundswell.cloud.wallet.WalletItems.text;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.LedgerEntry;
import dev.groundswell.core.wallet.LedgerEntry.Kind;
import dev.groundswell.core.wallet.Reservation;
import dev.groundswell.core.wallet.Wallet;
import dev.groundswell.core.wallet.Wallets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Wallets in the table {@code Wallets}: in the partition {@code store} the {@code wallet}, a {@code reservation#…} for each send,
 * each movement as {@code ledger#<kind>#<id>} and once more by time as {@code entry#…}, and a {@code plan#…} for what is
 * scheduled. A movement and its traces are one transaction.
 */
public final class WalletTable implements Wallets {

    /** All of a store's movements meet in one item; waiting doubles, and by then some seconds are over. */
    private static final int MAX_COLLISIONS = 10;

    private static final int FIRST_PAUSE_MILLIS = 5;

    /** As often as settlements can come between reading a reservation and releasing it, and more. */
    private static final int MAX_RELEASES = 20;

    private static final String FAILED = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;
    private final WalletWrites writes;

    /** @param random chooses pauses */
    public WalletTable(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
        this.writes = new WalletWrites(table);
    }

    @Override
    public Wallet find(StoreId store) {
        var wallet = read(store, WalletItems.WALLET);
        var planned = query(store, WalletItems.PLAN).stream()
                .mapToLong(plan -> plan.number(AMOUNT))
                .sum();
        return new Wallet(
                wallet.map(item -> item.number(AVAILABLE)).orElse(0L),
                wallet.map(item -> item.number(RESERVED)).orElse(0L),
                planned);
    }

    @Override
    public LedgerEntry recharge(StoreId store, String id, long amount, String by, Instant at) {
        var entry = new LedgerEntry(id, Kind.RECHARGE, amount, 0, by, at);
        var failed = write(writes.newOnLedger(store, entry), writes.moved(store, entry), writes.entry(store, entry));
        return failed.before(0).map(WalletItems::entry).orElse(entry);
    }

    @Override
    public Reserving reserve(StoreId store, String id, long amount, String by, Instant at) {
        var reservation = new Reservation(id, amount, 0, amount);
        var entry = new LedgerEntry(id, Kind.RESERVATION, -amount, amount, by, at);
        var failed = write(
                writes.newReservation(store, reservation),
                writes.moved(store, entry),
                writes.entry(store, entry),
                writes.planGone(store, id));
        if (failed.at(0)) {
            return new Reserving.Reserved(
                    WalletItems.reservation(failed.before(0).orElseThrow()));
        }
        return failed.at(1)
                ? new Reserving.Insufficient(
                        failed.before(1).map(wallet -> wallet.number(AVAILABLE)).orElse(0L))
                : new Reserving.Reserved(reservation);
    }

    @Override
    public Settling settle(StoreId store, String reservation, String id, long cost, long release, Instant at) {
        var entry = new LedgerEntry(id, Kind.SETTLEMENT, release, -cost - release, reservation, at);
        var failed = write(
                writes.newOnLedger(store, entry),
                writes.settled(store, reservation, cost, release),
                writes.moved(store, entry),
                writes.entry(store, entry));
        if (failed.at(0)) {
            return Settling.SETTLED_BEFORE;
        }
        return failed.at(1) ? Settling.BEYOND_RESERVATION : Settling.SETTLED;
    }

    @Override
    public void release(StoreId store, String reservation, Instant at) {
        for (var attempt = 0; attempt < MAX_RELEASES; attempt++) {
            var before = reservation(store, reservation);
            if (before.isEmpty() || before.get().open() == 0 || release(store, before.get(), at)) {
                return;
            }
        }
        throw new IllegalStateException("The reservation " + reservation + " of store " + store
                + " was settled each time before it could be released; settle first, then release.");
    }

    private boolean release(StoreId store, Reservation before, Instant at) {
        var entry = new LedgerEntry(before.id(), Kind.RELEASE, before.open(), -before.open(), before.id(), at);
        return !write(writes.released(store, before), writes.moved(store, entry), writes.entry(store, entry))
                .at(0);
    }

    @Override
    public Optional<Reservation> reservation(StoreId store, String id) {
        return read(store, WalletItems.reservation(id)).map(WalletItems::reservation);
    }

    @Override
    public void plan(StoreId store, String id, long amount) {
        var key = key(store, WalletItems.plan(id));
        if (amount == 0) {
            client.deleteItem(delete -> delete.tableName(table).key(key));
            return;
        }
        client.updateItem(update -> update.tableName(table)
                .key(key)
                .updateExpression("SET " + AMOUNT + " = :amount")
                .expressionAttributeValues(Map.of(":amount", number(amount))));
    }

    @Override
    public List<PlacedEntry> ledger(StoreId store, @Nullable String after, int limit) {
        var answer = client.query(query -> {
            query.tableName(table)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                    .expressionAttributeValues(prefix(store, WalletItems.ENTRY))
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .limit(limit);
            if (after != null) {
                query.exclusiveStartKey(key(store, WalletItems.ENTRY + after));
            }
        });
        return answer.items().stream().map(Item::new).map(WalletTable::placed).toList();
    }

    private static PlacedEntry placed(Item item) {
        return new PlacedEntry(WalletItems.entry(item), item.text(SK).substring(WalletItems.ENTRY.length()));
    }

    private Optional<Item> read(StoreId store, String sortKey) {
        var answer = client.getItem(
                get -> get.tableName(table).key(key(store, sortKey)).consistentRead(true));
        return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
    }

    private List<Item> query(StoreId store, String prefix) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(prefix(store, prefix))
                        .consistentRead(true))
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }

    private static Map<String, AttributeValue> prefix(StoreId store, String prefix) {
        return Map.of(":pk", text(store.value()), ":prefix", text(prefix));
    }

    /** Which writes' conditions failed; of none, all are done. */
    private record Failed(List<CancellationReason> reasons) {

        static final Failed NONE = new Failed(List.of());

        boolean at(int write) {
            return write < reasons.size() && FAILED.equals(reasons.get(write).code());
        }

        /** The item as it is, where that write's condition failed; empty also where there is no item. */
        Optional<Item> before(int write) {
            return at(write) && reasons.get(write).hasItem()
                    ? Optional.of(new Item(reasons.get(write).item()))
                    : Optional.empty();
        }
    }

    private Failed write(TransactWriteItem... transaction) {
        for (var collisions = 0; ; collisions++) {
            try {
                client.transactWriteItems(request -> request.transactItems(transaction));
                return Failed.NONE;
            } catch (TransactionCanceledException canceled) {
                if (has(canceled, FAILED)) {
                    return new Failed(new ArrayList<>(canceled.cancellationReasons()));
                }
                if (!has(canceled, CONFLICT) || collisions == MAX_COLLISIONS) {
                    throw canceled;
                }
                pause(collisions);
            }
        }
    }

    private static boolean has(TransactionCanceledException canceled, String code) {
        return canceled.hasCancellationReasons()
                && canceled.cancellationReasons().stream().anyMatch(reason -> code.equals(reason.code()));
    }

    /** A random part of a time that doubles, so that those who met do not meet again. */
    private void pause(int collisions) {
        try {
            Thread.sleep(random.nextInt(1, FIRST_PAUSE_MILLIS << collisions));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another movement was under way.", interrupted);
        }
    }
}
