package dev.groundswell.graphqlapi.wallet;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.wallet.LedgerEntry;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The mutation {@code rechargeWallet}. */
public final class WalletMutations {

    private static final String ID = "id";
    private static final String AMOUNT = "amount";

    /** Shorter than the wallet takes; payment services' ids are. */
    private static final Pattern PAYMENT = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    private final Wallets wallets;
    private final InstantSource time;

    WalletMutations(Wallets wallets, InstantSource time) {
        this.wallets = wallets;
        this.time = time;
    }

    public Payload recharge(Caller caller, Input input) {
        caller.requireOwner();
        var id = input.text(ID);
        if (!PAYMENT.matcher(id).matches()) {
            return Payload.refused(
                    UserErrorCode.INVALID,
                    ID,
                    "A payment's id has 1 to 100 letters, digits, hyphens, underscores and full stops.");
        }
        return amount(input, caller.store())
                .map(amount -> recharge(caller, id, amount))
                .orElseGet(() -> Payload.refused(
                        UserErrorCode.INVALID,
                        AMOUNT,
                        "An amount is more than nothing, at most "
                                + new Money(Wallets.MAX_AMOUNT, caller.store().currency())
                                + ", and no finer than the currency."));
    }

    private static Optional<Long> amount(Input input, Store store) {
        var decimal = Objects.requireNonNull((BigDecimal) input.values().get(AMOUNT));
        return Money.parse(decimal.toPlainString(), store.currency())
                .map(Money::minorUnits)
                .filter(amount -> amount > 0 && amount <= Wallets.MAX_AMOUNT);
    }

    private Payload recharge(Caller caller, String id, long amount) {
        var store = caller.store();
        var entry = wallets.recharge(store.id(), id, amount, caller.name(), time.instant());
        return entry.available() == amount ? done(store, entry) : known(store, entry);
    }

    private Payload done(Store store, LedgerEntry entry) {
        return Payload.of("wallet", new StoreWallet(store, wallets.find(store.id())))
                .with("entry", new StoreEntry(store, entry));
    }

    private static Payload known(Store store, LedgerEntry entry) {
        return Payload.refused(
                UserErrorCode.WRONG_STATE,
                ID,
                "This payment is on the ledger with " + new Money(entry.available(), store.currency())
                        + "; another payment has another id.");
    }
}
