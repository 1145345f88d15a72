package dev.groundswell.orderprojection;

import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.reminder.WakeUpTable;
import dev.groundswell.core.customer.BuyerArchive;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.store.StoreId;
import java.util.function.BiConsumer;

/**
 * An archive that sees to it that each open order which is read from it is looked at for its reminders: for a rebuild, since
 * whatever the stream lost was lost to reminders too.
 */
record OpenOrderNotes(BuyerArchive archive, NoteOpenOrders openOrders) implements BuyerArchive {

    static NoteOpenOrders of(FunctionEnvironment environment) {
        var wakeUps = new WakeUpTable(environment.clients().dynamoDb(), environment.require("REMINDERS_TABLE"));
        return new NoteOpenOrders(wakeUps, environment.time());
    }

    @Override
    public void eachBuyer(StoreId store, BiConsumer<BuyerId, BuyerHistory> reader) {
        archive.eachBuyer(store, (buyer, history) -> {
            openOrders.note(store, history.orders());
            reader.accept(buyer, history);
        });
    }
}
