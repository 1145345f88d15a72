package dev.groundswell.cloud.wallet;

import static dev.groundswell.cloud.wallet.WalletItems.AVAILABLE;
import static dev.groundswell.cloud.wallet.WalletItems.OPEN;
import static dev.groundswell.cloud.wallet.WalletItems.RESERVED;
import static dev.groundswell.cloud.wallet.WalletItems.SPENT;
import static dev.groundswell.cloud.wallet.WalletItems.number;

import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.LedgerEntry;
import dev.groundswell.core.wallet.LedgerEntry.Kind;
import dev.groundswell.core.wallet.Reservation;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The writes that transactions are made of. */
record WalletWrites(String table) {

    /** Only if the movement has not happened. */
    TransactWriteItem newOnLedger(StoreId store, LedgerEntry entry) {
        return newItem(WalletItems.item(store, WalletItems.ledger(entry.kind(), entry.id()), entry));
    }

    /** Only if nothing was reserved under its id. */
    TransactWriteItem newReservation(StoreId store, Reservation reservation) {
        return newItem(WalletItems.item(store, reservation));
    }

    private TransactWriteItem newItem(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /** For lists by time. */
    TransactWriteItem entry(StoreId store, LedgerEntry entry) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(WalletItems.item(store, WalletItems.entry(entry), entry)))
                .build();
    }

    /** What the movement does to the wallet; of a reservation only if so much is available. */
    TransactWriteItem moved(StoreId store, LedgerEntry entry) {
        return update(store, WalletItems.WALLET, update -> {
            update.updateExpression("ADD " + AVAILABLE + " :available, " + RESERVED + " :reserved");
            if (entry.kind() == Kind.RESERVATION && entry.reserved() > 0) {
                update.conditionExpression(AVAILABLE + " >= :reserved");
            }
            update.expressionAttributeValues(
                    Map.of(":available", number(entry.available()), ":reserved", number(entry.reserved())));
        });
    }

    /** Only if so much of the reservation is open. */
    TransactWriteItem settled(StoreId store, String reservation, long cost, long release) {
        return update(
                store,
                WalletItems.reservation(reservation),
                update -> update.updateExpression("SET #open = #open - :all, " + SPENT + " = " + SPENT + " + :cost")
                        .conditionExpression("#open >= :all")
                        .expressionAttributeNames(Map.of("#open", OPEN))
                        .expressionAttributeValues(
                                Map.of(":all", number(Math.addExact(cost, release)), ":cost", number(cost))));
    }

    /** Only if exactly so much of the reservation is open. */
    TransactWriteItem released(StoreId store, Reservation before) {
        return update(
                store,
                WalletItems.reservation(before.id()),
                update -> update.updateExpression("SET #open = :none")
                        .conditionExpression("#open = :open")
                        .expressionAttributeNames(Map.of("#open", OPEN))
                        .expressionAttributeValues(Map.of(":none", number(0), ":open", number(before.open()))));
    }

    TransactWriteItem planGone(StoreId store, String id) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(WalletItems.key(store, WalletItems.plan(id))))
                .build();
    }

    private TransactWriteItem update(StoreId store, String sortKey, Consumer<Update.Builder> details) {
        return TransactWriteItem.builder()
                .update(update -> {
                    update.tableName(table)
                            .key(WalletItems.key(store, sortKey))
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
                    details.accept(update);
                })
                .build();
    }
}
