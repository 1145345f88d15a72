package dev.groundswell.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.LedgerEntry.Kind;
import dev.groundswell.core.wallet.Wallets.PlacedEntry;
import dev.groundswell.core.wallet.Wallets.Reserving;
import dev.groundswell.core.wallet.Wallets.Settling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Wallets} does, whatever keeps them. */
public abstract class WalletsContract {

    private static final Instant NOW = Instant.parse("2026-11-11T00:00:00.123Z");
    private static final String SEND = "c.20261111T000000Z-5f3a9c1e";

    protected abstract Wallets wallets();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private Wallet wallet() {
        return wallets().find(store());
    }

    private LedgerEntry recharge(String id, long amount) {
        return wallets().recharge(store(), id, amount, "ann", NOW);
    }

    private Reserving reserve(String id, long amount) {
        return wallets().reserve(store(), id, amount, "ann", NOW.plusSeconds(1));
    }

    private Settling settle(String id, long cost, long release) {
        return wallets().settle(store(), SEND, id, cost, release, NOW.plusSeconds(2));
    }

    private void release() {
        wallets().release(store(), SEND, NOW.plusSeconds(3));
    }

    private List<LedgerEntry> ledger() {
        return wallets().ledger(store(), null, Wallets.MAX_PAGE).stream()
                .map(PlacedEntry::entry)
                .toList();
    }

    private void assertThatTheLedgerTellsTheWallet() {
        assertThat(ledger().stream().mapToLong(LedgerEntry::available).sum()).isEqualTo(wallet().available());
        assertThat(ledger().stream().mapToLong(LedgerEntry::reserved).sum()).isEqualTo(wallet().reserved());
    }

    /** What each of them came to, all done at once. */
    private static <T> List<T> atOnce(List<? extends Callable<T>> doings) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(4)) {
            return threads.invokeAll(doings).stream()
                    .map(WalletsContract::result)
                    .toList();
        }
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    @Nested
    class AWallet {

        @Test
        void isEmptyInTheBeginning() {
            assertThat(wallet()).isEqualTo(Wallet.EMPTY);
            assertThat(ledger()).isEmpty();
        }

        @Test
        void isOfOneStore() {
            recharge("p1", 500);

            assertThat(wallets().find(new StoreId("elsewhere"))).isEqualTo(Wallet.EMPTY);
            assertThat(wallets().ledger(new StoreId("elsewhere"), null, 10)).isEmpty();
        }
    }

    @Nested
    class ARecharge {

        @Test
        void isAvailableThen() {
            var entry = recharge("p1", 500);

            assertThat(entry).isEqualTo(new LedgerEntry("p1", Kind.RECHARGE, 500, 0, "ann", NOW));
            assertThat(wallet()).isEqualTo(new Wallet(500, 0, 0));
            assertThat(ledger()).containsExactly(entry);
        }

        @Test
        void thatComesAgainHappensOnce() {
            var first = recharge("p1", 500);
            var again = wallets().recharge(store(), "p1", 700, "bob", NOW.plusSeconds(9));

            assertThat(again).isEqualTo(first);
            assertThat(wallet().available()).isEqualTo(500);
            assertThat(ledger()).hasSize(1);
        }

        @Test
        void thatComesManyTimesAtOnceHappensOnce() throws InterruptedException {
            var doings = IntStream.range(0, 8).mapToObj(_ -> (Callable<LedgerEntry>) () -> recharge("p1", 500));

            assertThat(atOnce(doings.toList())).containsOnly(new LedgerEntry("p1", Kind.RECHARGE, 500, 0, "ann", NOW));
            assertThat(wallet().available()).isEqualTo(500);
        }
    }

    @Nested
    class AReservation {

        @Test
        void takesAllThatIsAskedFor() {
            recharge("p1", 500);

            assertThat(reserve(SEND, 500)).isEqualTo(new Reserving.Reserved(new Reservation(SEND, 500, 0, 500)));
            assertThat(wallet()).isEqualTo(new Wallet(0, 500, 0));
            assertThat(wallet().balance()).isEqualTo(500);
        }

        @Test
        void takesNothingWhereOneMinorUnitIsLacking() {
            recharge("p1", 499);

            assertThat(reserve(SEND, 500)).isEqualTo(new Reserving.Insufficient(499));
            assertThat(wallet()).isEqualTo(new Wallet(499, 0, 0));
            assertThat(wallets().reservation(store(), SEND)).isEmpty();
            assertThat(ledger()).hasSize(1);
        }

        @Test
        void thatWasRefusedMayBeMadeAfterARecharge() {
            reserve(SEND, 500);
            recharge("p1", 500);

            assertThat(reserve(SEND, 500)).isInstanceOf(Reserving.Reserved.class);
        }

        @Test
        void thatComesAgainIsTheOneThereIs() {
            recharge("p1", 500);
            reserve(SEND, 300);
            settle("1", 100, 20);

            assertThat(reserve(SEND, 400)).isEqualTo(new Reserving.Reserved(new Reservation(SEND, 300, 100, 180)));
            assertThat(wallet()).isEqualTo(new Wallet(220, 180, 0));
        }

        @Test
        void ofNothingNeedsNoMoney() {
            assertThat(reserve(SEND, 0)).isEqualTo(new Reserving.Reserved(new Reservation(SEND, 0, 0, 0)));
        }

        @Test
        void isMadeByAsManyAtOnceAsThereIsMoneyFor() throws InterruptedException {
            recharge("p1", 350);

            var outcomes = atOnce(IntStream.range(0, 8)
                    .mapToObj(send -> (Callable<Reserving>) () -> reserve("c." + send, 100))
                    .toList());

            assertThat(outcomes)
                    .filteredOn(Reserving.Reserved.class::isInstance)
                    .hasSize(3);
            assertThat(wallet()).isEqualTo(new Wallet(50, 300, 0));
            assertThatTheLedgerTellsTheWallet();
        }
    }

    @Nested
    class ASettlement {

        @Test
        void spendsAPartAndGivesAnotherBack() {
            recharge("p1", 500);
            reserve(SEND, 300);

            assertThat(settle("1", 100, 20)).isEqualTo(Settling.SETTLED);
            assertThat(wallet()).isEqualTo(new Wallet(220, 180, 0));
            assertThat(wallets().reservation(store(), SEND)).contains(new Reservation(SEND, 300, 100, 180));
            assertThat(ledger().getFirst())
                    .isEqualTo(new LedgerEntry("1", Kind.SETTLEMENT, 20, -120, SEND, NOW.plusSeconds(2)));
        }

        @Test
        void thatComesAgainHappensOnceWhateverItAsksFor() {
            recharge("p1", 500);
            reserve(SEND, 300);
            settle("1", 100, 20);

            assertThat(settle("1", 180, 0)).isEqualTo(Settling.SETTLED_BEFORE);
            assertThat(wallet()).isEqualTo(new Wallet(220, 180, 0));
        }

        @Test
        void beyondWhatIsReservedChangesNothing() {
            recharge("p1", 500);
            reserve(SEND, 300);

            assertThat(settle("1", 300, 1)).isEqualTo(Settling.BEYOND_RESERVATION);
            assertThat(wallet()).isEqualTo(new Wallet(200, 300, 0));
            assertThat(settle("1", 300, 0)).isEqualTo(Settling.SETTLED);
        }

        @Test
        void ofWhatWasNeverReservedChangesNothing() {
            recharge("p1", 500);

            assertThat(settle("1", 1, 0)).isEqualTo(Settling.BEYOND_RESERVATION);
            assertThat(wallet()).isEqualTo(new Wallet(500, 0, 0));
        }
    }

    @Nested
    class ARelease {

        @Test
        void givesBackWhatIsKeptStill() {
            recharge("p1", 500);
            reserve(SEND, 300);
            settle("1", 100, 0);

            release();

            assertThat(wallet()).isEqualTo(new Wallet(400, 0, 0));
            assertThat(wallets().reservation(store(), SEND)).contains(new Reservation(SEND, 300, 100, 0));
        }

        @Test
        void thatComesAgainGivesNothing() {
            recharge("p1", 500);
            reserve(SEND, 300);

            release();
            release();

            assertThat(wallet()).isEqualTo(new Wallet(500, 0, 0));
            assertThat(ledger()).hasSize(3);
            assertThat(settle("1", 1, 0)).isEqualTo(Settling.BEYOND_RESERVATION);
        }

        @Test
        void ofWhatWasNeverReservedGivesNothing() {
            release();

            assertThat(wallet()).isEqualTo(Wallet.EMPTY);
        }
    }

    @Nested
    class WhatIsPlanned {

        @Test
        void isAddedUpUntilItIsReservedOrCalledOff() {
            recharge("p1", 500);
            wallets().plan(store(), SEND, 100);
            wallets().plan(store(), "c.2", 50);
            wallets().plan(store(), "c.2", 70);

            assertThat(wallet().planned()).isEqualTo(170);

            reserve(SEND, 90);
            wallets().plan(store(), "c.2", 0);

            assertThat(wallet()).isEqualTo(new Wallet(410, 90, 0));
        }
    }

    @Nested
    class TheLedger {

        @Test
        void isReadPageByPageTheLatestFirst() {
            recharge("p1", 500);
            reserve(SEND, 300);
            settle("1", 100, 0);
            release();

            var first = wallets().ledger(store(), null, 3);
            var second = wallets().ledger(store(), first.getLast().place(), 3);

            assertThat(first)
                    .extracting(placed -> placed.entry().kind())
                    .containsExactly(Kind.RELEASE, Kind.SETTLEMENT, Kind.RESERVATION);
            assertThat(second).extracting(placed -> placed.entry().kind()).containsExactly(Kind.RECHARGE);
        }
    }

    @Nested
    class AnySequenceDoubledAndShuffledByManyAtOnce {

        private static final int SETTLEMENTS = 12;
        private static final long SHARE = 10;

        @Test
        void spendsEachPartOnceAndNeverMoreThanThereIs() throws InterruptedException {
            recharge("p1", SETTLEMENTS * SHARE);
            reserve(SEND, SETTLEMENTS * SHARE);

            var outcomes = atOnce(doubledAndShuffled());
            release();

            assertThat(outcomes).filteredOn(Settling.SETTLED::equals).hasSize(SETTLEMENTS);
            assertThat(outcomes).filteredOn(Settling.SETTLED_BEFORE::equals).hasSize(SETTLEMENTS);
            assertThat(wallet()).isEqualTo(new Wallet(SETTLEMENTS * SHARE - costOfAll(), 0, 0));
            assertThatTheLedgerTellsTheWallet();
        }

        private static long costOfAll() {
            return IntStream.range(0, SETTLEMENTS)
                    .mapToLong(AnySequenceDoubledAndShuffledByManyAtOnce::costOf)
                    .sum();
        }

        private static int costOf(int part) {
            return 5 + part % 4;
        }

        private List<Callable<Settling>> doubledAndShuffled() {
            var doings = new ArrayList<Callable<Settling>>();
            for (var part = 0; part < SETTLEMENTS; part++) {
                var id = "part/" + part;
                var cost = costOf(part);
                doings.add(() -> settle(id, cost, SHARE - cost));
                doings.add(() -> settle(id, cost, SHARE - cost));
            }
            Collections.shuffle(doings, new Random(7));
            return doings;
        }
    }
}
