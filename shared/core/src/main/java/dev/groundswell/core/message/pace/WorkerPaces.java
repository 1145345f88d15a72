package dev.groundswell.core.message.pace;

import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.pace.ProviderPace.Demand;
import dev.groundswell.core.message.pace.ProviderPace.Room;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** All paces that one worker, a function's instance, has a part of. Safe for many threads. */
public final class WorkerPaces {

    /** A clock may be faster than real time, so it is looked at so often while one waits for it. */
    private static final Duration NAP = Duration.ofMillis(20);

    private final LeasePace leases;
    private final InstantSource time;
    private final Sleeper sleeper;
    private final WorkerName worker;
    private final Map<Of, ProviderPace> paces = new ConcurrentHashMap<>();

    private record Of(StoreId store, ProviderId provider, Urgency urgency) {}

    /** @param random names the worker, and spreads its tries in time */
    public WorkerPaces(PaceBooks books, InstantSource time, Sleeper sleeper, RandomGenerator random) {
        this.leases = new LeasePace(books, time, sleeper, random);
        this.time = time;
        this.sleeper = sleeper;
        this.worker = new WorkerName(random);
    }

    /** The way to a provider, or to the mailboxes of one family by a provider that has a limit for it. */
    public Lane lane(StoreId store, Provider provider, Optional<MailboxFamily> family, Urgency urgency) {
        var limited = family.filter(provider.limits().byFamily()::containsKey);
        var pace = paces.computeIfAbsent(
                new Of(store, provider.id(), urgency),
                _ -> new ProviderPace(
                        worker.get() + "/" + urgency.name().charAt(0),
                        urgency,
                        (key, request, held) -> leases.lease(store, key, request, held)));
        return new Lane(pace, provider, limited);
    }

    /** A way out that one message, or one call of several, can take at a time. */
    public final class Lane {

        private final ProviderPace pace;
        private final Provider provider;
        private final Optional<MailboxFamily> family;

        private Lane(ProviderPace pace, Provider provider, Optional<MailboxFamily> family) {
            this.pace = pace;
            this.provider = provider;
            this.family = family;
        }

        /**
         * How many of the messages, in their order, can go before {@code until} as far as can be told now. That many are
         * expected, and others not admitted in their place.
         *
         * @param parts   of each message
         * @param hasMore whether messages after these are likely
         */
        public int admit(List<Integer> parts, boolean hasMore, Instant until) {
            return pace.admit(new Demand(provider, family, parts, hasMore), time.instant(), until);
        }

        /** Messages that were admitted will not go. */
        public void giveBack(List<Integer> parts) {
            pace.giveBack(new Demand(provider, family, parts, false));
        }

        /**
         * Waits until one call may begin.
         *
         * @param parts of each message that could go with it
         * @return how many of them may go together, from the first; 0 if none before {@code until}
         */
        public int await(List<Integer> parts, Instant until) {
            var call = new Demand(provider, family, parts, true);
            var waiting = new Waiting(time.instant());
            for (var now = waiting.now(); now.isBefore(until); now = waiting.now()) {
                var room = pace.take(call, now);
                if (room.isPresent() && room.get().messages() > 0) {
                    return room.get().messages();
                }
                var next = room.map(Room::at).orElse(now.plus(HeldPace.BETWEEN_ASKING));
                if (!next.isBefore(until)) {
                    return 0;
                }
                waiting.nap(Duration.between(now, next));
            }
            return 0;
        }
    }

    /** Time as it passes for one who sleeps: as the clock says, and by what was slept where the clock stands still. */
    private final class Waiting {

        private Instant slept;

        Waiting(Instant begin) {
            this.slept = begin;
        }

        Instant now() {
            var now = time.instant();
            return now.isAfter(slept) ? now : slept;
        }

        void nap(Duration wait) {
            var nap = wait.compareTo(NAP) < 0 ? wait : NAP;
            slept = now().plus(nap);
            sleeper.sleep(nap);
        }
    }
}
