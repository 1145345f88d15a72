package dev.groundswell.core.wallet;

import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import dev.groundswell.core.wallet.LedgerEntry.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Wallets of a process. */
public final class WalletsInMemory implements Wallets {

    private final Map<StoreId, Kept> kept = new HashMap<>();

    /** Of one store. */
    private static final class Kept {

        private final Map<String, LedgerEntry> ledger = new TreeMap<>(Comparator.reverseOrder());
        private final Map<String, LedgerEntry> byId = new HashMap<>();
        private final Map<String, Reservation> reservations = new HashMap<>();
        private final Map<String, Long> planned = new HashMap<>();
        private long available;
        private long reserved;

        Optional<LedgerEntry> find(Kind kind, String id) {
            return Optional.ofNullable(byId.get(kind + "#" + id));
        }

        LedgerEntry add(LedgerEntry entry) {
            available += entry.available();
            reserved += entry.reserved();
            byId.put(entry.kind() + "#" + entry.id(), entry);
            ledger.put(FixedWidth.format(entry.at()) + "#" + entry.kind() + "#" + entry.id(), entry);
            return entry;
        }
    }

    private Kept of(StoreId store) {
        return kept.computeIfAbsent(store, _ -> new Kept());
    }

    @Override
    public synchronized Wallet find(StoreId store) {
        var wallet = of(store);
        return new Wallet(
                wallet.available,
                wallet.reserved,
                wallet.planned.values().stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public synchronized LedgerEntry recharge(StoreId store, String id, long amount, String by, Instant at) {
        var wallet = of(store);
        return wallet.find(Kind.RECHARGE, id)
                .orElseGet(() -> wallet.add(new LedgerEntry(id, Kind.RECHARGE, amount, 0, by, at)));
    }

    @Override
    public synchronized Reserving reserve(StoreId store, String id, long amount, String by, Instant at) {
        var wallet = of(store);
        var known = wallet.reservations.get(id);
        if (known != null) {
            return new Reserving.Reserved(known);
        }
        if (wallet.available < amount) {
            return new Reserving.Insufficient(wallet.available);
        }
        var reservation = new Reservation(id, amount, 0, amount);
        wallet.reservations.put(id, reservation);
        wallet.planned.remove(id);
        wallet.add(new LedgerEntry(id, Kind.RESERVATION, -amount, amount, by, at));
        return new Reserving.Reserved(reservation);
    }

    @Override
    public synchronized Settling settle(
            StoreId store, String reservation, String id, long cost, long release, Instant at) {
        var wallet = of(store);
        if (wallet.find(Kind.SETTLEMENT, id).isPresent()) {
            return Settling.SETTLED_BEFORE;
        }
        var before = wallet.reservations.get(reservation);
        if (before == null || before.open() < cost + release) {
            return Settling.BEYOND_RESERVATION;
        }
        wallet.reservations.put(
                reservation,
                new Reservation(reservation, before.amount(), before.spent() + cost, before.open() - cost - release));
        wallet.add(new LedgerEntry(id, Kind.SETTLEMENT, release, -cost - release, reservation, at));
        return Settling.SETTLED;
    }

    @Override
    public synchronized void release(StoreId store, String reservation, Instant at) {
        var wallet = of(store);
        var before = wallet.reservations.get(reservation);
        if (before == null || before.open() == 0) {
            return;
        }
        wallet.reservations.put(reservation, new Reservation(reservation, before.amount(), before.spent(), 0));
        wallet.add(new LedgerEntry(reservation, Kind.RELEASE, before.open(), -before.open(), reservation, at));
    }

    @Override
    public synchronized Optional<Reservation> reservation(StoreId store, String id) {
        return Optional.ofNullable(of(store).reservations.get(id));
    }

    @Override
    public synchronized void plan(StoreId store, String id, long amount) {
        if (amount == 0) {
            of(store).planned.remove(id);
        } else {
            of(store).planned.put(id, amount);
        }
    }

    @Override
    public synchronized List<PlacedEntry> ledger(StoreId store, @Nullable String after, int limit) {
        return of(store).ledger.entrySet().stream()
                .filter(entry -> after == null || entry.getKey().compareTo(after) < 0)
                .limit(limit)
                .map(entry -> new PlacedEntry(entry.getValue(), entry.getKey()))
                .toList();
    }
}
