package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.WakeUps.Mark;
import dev.groundswell.core.reminder.WakeUps.Place;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks at the orders of a shard that are due, and after tasks were saved at all others too. It may run twice, late, together with
 * others, or end anywhere: what is due stays until it is done.
 */
public final class SweepShard {

    /** All instants that there are keys for. */
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final WakeUps wakeUps;
    private final TakeWakeUps taking;
    private final InstantSource time;

    /** All that a sweep stands on. */
    public record Ports(WakeUps wakeUps, Rounds rounds, Messages messages, SendReminders.Ports sending) {}

    public SweepShard(Ports ports, SendReminders sending, SettleExpiredClaims expired, InstantSource time) {
        this.wakeUps = ports.wakeUps();
        this.taking = new TakeWakeUps(ports, sending, expired, time);
        this.time = time;
    }

    /**
     * How far a sweep came.
     *
     * @param looked at how many wake-ups
     * @param isDone whether all that was due was looked at; otherwise somebody should go on at once
     */
    public record Swept(int looked, boolean isDone) {}

    /**
     * Sweeps once.
     *
     * @param book     the store's tasks as they were read just before, for all its shards together
     * @param timeLeft whether there is time for another page
     * @throws RuntimeException the first one of a page that failed, after the other pages
     */
    public Swept sweep(Store store, TaskBook book, int shard, BooleanSupplier timeLeft) {
        return new Sweep(store, shard, timeLeft, book).run();
    }

    /** One sweep. */
    private final class Sweep {

        private final Store store;
        private final int shard;
        private final BooleanSupplier timeLeft;
        private TaskBook book;

        /** As it was read with what is due, and then as we wrote it: whoever else writes it goes on in our place. */
        private Mark mark = Mark.NONE;

        private Optional<Place> last = Optional.empty();
        private Optional<RuntimeException> failure = Optional.empty();
        private int looked;

        Sweep(Store store, int shard, BooleanSupplier timeLeft, TaskBook book) {
            this.store = store;
            this.shard = shard;
            this.timeLeft = timeLeft;
            this.book = book;
        }

        Swept run() {
            var isDone = lookAtDue() && lookAtOthers();
            failure.ifPresent(first -> {
                throw first;
            });
            return new Swept(looked, isDone);
        }

        // ---- what is due, each time from the beginning

        private boolean lookAtDue() {
            var now = time.instant();
            while (timeLeft.getAsBoolean()) {
                var page = page(now);
                mark = page.mark();
                take(page);
                if (page.isLast()) {
                    return true;
                }
            }
            return false;
        }

        // ---- all others, once after tasks were saved

        private boolean lookAtOthers() {
            var revision = book.revision();
            if (!isBehind(revision)) {
                return true;
            }
            skipThoseBeforeMark(revision);
            while (timeLeft.getAsBoolean()) {
                var page = page(FOR_EVER);
                take(page);
                if (book.revision() != revision || failure.isPresent()) {
                    return false;
                }
                var after = new Mark(revision, page.isLast() ? Optional.empty() : last);
                if (!wakeUps.mark(store.id(), shard, mark, after) || page.isLast()) {
                    return true;
                }
                mark = after;
            }
            return false;
        }

        /** Somebody may know later tasks than we do. */
        private boolean isBehind(long revision) {
            return mark.revision() < revision
                    || (mark.revision() == revision && mark.upTo().isPresent());
        }

        /** Those were looked at by an earlier sweep that knew the same tasks. */
        private void skipThoseBeforeMark(long revision) {
            if (mark.revision() == revision) {
                last = mark.upTo()
                        .filter(upTo ->
                                last.map(Place::due).map(upTo.due()::isAfter).orElse(true))
                        .or(() -> last);
            }
        }

        // ---- page by page

        private WakeUps.Page page(Instant until) {
            var page = wakeUps.due(store.id(), shard, until, last, SweepLimits.PAGE);
            if (!page.due().isEmpty()) {
                last = Optional.of(page.due().getLast().place());
            }
            return page;
        }

        /** A page that fails does not keep the orders of the others from their minute. */
        private void take(WakeUps.Page page) {
            if (page.due().isEmpty()) {
                return;
            }
            looked += page.wakeUps().size();
            try {
                book = taking.take(store, book, page);
            } catch (RuntimeException failed) {
                failure.ifPresentOrElse(first -> first.addSuppressed(failed), () -> failure = Optional.of(failed));
            }
        }
    }
}
