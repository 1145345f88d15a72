package dev.groundswell.core.message.pace;

import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Adds to what a worker has leased of a pace, against all others who do the same at this moment. */
final class LeasePace {

    /** Others write once in some seconds each; who loses so often in a row is one of very many, and asks again soon. */
    private static final int MAX_TRIES = 6;

    /** The first pause is up to so long, and each further one twice as long. */
    private static final Duration PAUSE = Duration.ofMillis(4);

    private final PaceBooks books;
    private final InstantSource time;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    LeasePace(PaceBooks books, InstantSource time, Sleeper sleeper, RandomGenerator random) {
        this.books = books;
        this.time = time;
        this.sleeper = sleeper;
        this.random = random;
    }

    /**
     * Asks for more.
     *
     * @param held what the worker holds already
     * @return what it holds now, in order; nothing if all is in use
     */
    List<Lease> lease(StoreId store, PaceKey pace, PaceRequest request, List<Lease> held) {
        for (var tried = 0; tried < MAX_TRIES; tried++) {
            var granted = books.read(store, pace).grant(request, time.instant().getEpochSecond());
            if (books.write(store, pace, granted.book())) {
                return granted.leases();
            }
            sleeper.sleep(PAUSE.multipliedBy(1L << tried).dividedBy(1 + random.nextInt(8)));
        }
        return held;
    }
}
