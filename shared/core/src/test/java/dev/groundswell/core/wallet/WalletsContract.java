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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Three workers do all of it, each in an order of its own, and try again whatever they died at. */
    @Nested
    class SendsByWorkersThatDie {

        private static final int WORKERS = 3;
        private static final int SENDS = 4;
        private static final int PARTS = 5;
        private static final int SHARE = 30;
        private static final int PAID_IN = 1_000;

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void endAsIfOneHadDoneThemAndNobodyHadDied(long seed) throws InterruptedException {
            var random = new Random(seed);
            recharge("p1", PAID_IN);

            byAll(random, this::reservations);
            assertThat(wallet()).isEqualTo(new Wallet(PAID_IN - SENDS * PARTS * SHARE, SENDS * PARTS * SHARE, 0));
            byAll(random, this::settlements);
            byAll(random, this::releases);

            assertThat(wallet()).isEqualTo(new Wallet(PAID_IN - SENDS * costOfASend(), 0, 0));
            assertThat(ledger()).hasSize(1 + SENDS + SENDS * PARTS + SENDS);
            assertThatTheLedgerTellsTheWallet();
        }

        private List<Runnable> reservations(Wallets wallets) {
            return eachSend(send -> wallets.reserve(store(), send, PARTS * SHARE, "ann", NOW));
        }

        private List<Runnable> settlements(Wallets wallets) {
            return IntStream.range(0, PARTS)
                    .mapToObj(part -> eachSend(send -> wallets.settle(
                            store(), send, send + "/" + part, costOf(part), SHARE - costOf(part) - 1, NOW)))
                    .flatMap(List::stream)
                    .toList();
        }

        private List<Runnable> releases(Wallets wallets) {
            return eachSend(send -> wallets.release(store(), send, NOW));
        }

        private static List<Runnable> eachSend(Consumer<String> step) {
            return IntStream.range(0, SENDS)
                    .mapToObj(send -> (Runnable) () -> step.accept("c." + send))
                    .toList();
        }

        private static int costOf(int part) {
            return 5 + part % 4;
        }

        private static int costOfASend() {
            return IntStream.range(0, PARTS).map(SendsByWorkersThatDie::costOf).sum();
        }

        private void byAll(Random random, Function<Wallets, List<Runnable>> steps) throws InterruptedException {
            atOnce(IntStream.range(0, WORKERS)
                    .mapToObj(_ -> {
                        var fate = new Random(random.nextLong());
                        var todo = new ArrayList<>(steps.apply(CrashingWallets.around(wallets(), fate)));
                        Collections.shuffle(todo, fate);
                        return Executors.callable(() -> todo.forEach(SendsByWorkersThatDie::untilItIsDone));
                    })
                    .toList());
        }

        private static void untilItIsDone(Runnable step) {
            for (var done = false; !done; ) {
                try {
                    step.run();
                    done = true;
                } catch (CrashingWallets.Crash again) {
                    done = false;
                }
            }
        }
    }
}
