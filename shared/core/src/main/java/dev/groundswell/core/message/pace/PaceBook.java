package dev.groundswell.core.message.pace;

import dev.groundswell.core.message.send.Urgency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who has leased which part of a pace, and what everyone could use.
 *
 * <p>A worker gets, for each of the next seconds, its fair part of what is left: wishes below an even part are met, and the
 * rest is shared evenly by the others. So a worker that comes later finds nothing in the seconds already leased, its part in those
 * after them; what others left is added to what a worker holds, and nothing is ever taken from it.
 *
 * @param revision 0 for one that was never written, one more with each writing
 */
public record PaceBook(long revision, List<Lease> leases, List<Wish> wishes) {

    /** Nobody has asked for this pace. */
    public static final PaceBook EMPTY = new PaceBook(0, List.of(), List.of());

    /** A lease lasts so many seconds: one write for each worker in about half of them, and what a dead worker holds is free after them. */
    static final int LEASE_SECONDS = 5;

    /** A worker that held nothing before leases for so many: others may be starting with it, whose wishes are not known yet. */
    static final int FIRST_LEASE_SECONDS = 2;

    /** A worker that goes on asks again within these seconds, before its leases end; another one has ended. */
    private static final int WISH_SECONDS = LEASE_SECONDS - 1;

    public PaceBook {
        leases = List.copyOf(leases);
        wishes = List.copyOf(wishes);
    }

    /** The book afterwards, and all that the worker holds in it, in order; possibly nothing. */
    record Granted(PaceBook book, List<Lease> leases) {}

    /** @param now the second of Unix time */
    Granted grant(PaceRequest request, long now) {
        var wished = Stream.concat(
                        wishes.stream()
                                .filter(wish ->
                                        wish.until() > now && !wish.worker().equals(request.worker())),
                        Stream.of(new Wish(request.worker(), request.urgency(), request.wish(), now + WISH_SECONDS)))
                .sorted(Comparator.comparing(Wish::worker))
                .toList();
        var own = live(now, lease -> lease.worker().equals(request.worker()));
        var others = live(now, lease -> !lease.worker().equals(request.worker()));
        var held = new Shares(own, others, fairPart(wished, request), request).over(now);
        var all = Stream.concat(others.stream(), held.stream()).toList();
        return new Granted(new PaceBook(revision + 1, all, wished), held);
    }

    private List<Lease> live(long now, Predicate<Lease> which) {
        return leases.stream()
                .filter(lease -> lease.until() > now && which.test(lease))
                .toList();
    }

    /** Wishes from the smallest up: each gets what it wants, or an even part of what is left; the odd ones go by name. */
    private static int fairPart(List<Wish> wished, PaceRequest request) {
        var ofThisUrgency = wished.stream()
                .filter(wish -> wish.urgency() == request.urgency())
                .sorted(Comparator.comparingInt(Wish::rate).thenComparing(Wish::worker))
                .toList();
        var left = request.share();
        for (var i = 0; i < ofThisUrgency.size(); i++) {
            var wish = ofThisUrgency.get(i);
            var others = ofThisUrgency.size() - i;
            var part = Math.min(wish.rate(), (left + others - 1) / others);
            if (wish.worker().equals(request.worker())) {
                return part;
            }
            left -= part;
        }
        throw new IllegalStateException("The wish of " + request.worker() + " is missing.");
    }

    /** What a worker holds, second by second, with what may be added to it. */
    private record Shares(List<Lease> own, List<Lease> others, int fairPart, PaceRequest request) {

        List<Lease> over(long now) {
            var until = now + (own.isEmpty() ? FIRST_LEASE_SECONDS : LEASE_SECONDS);
            var held = new ArrayList<Lease>();
            for (var second = now; second < until; second++) {
                var rate = Math.max(held(second), added(second));
                if (rate > 0) {
                    append(held, rate, second);
                }
            }
            return held;
        }

        private int held(long second) {
            return own.stream()
                    .filter(lease -> lease.covers(second))
                    .mapToInt(Lease::rate)
                    .sum();
        }

        private int added(long second) {
            var rate = Math.min(Math.max(fairPart, request.least()), free(second));
            return rate >= Math.min(request.least(), request.share()) ? rate : 0;
        }

        private int free(long second) {
            var all = 0;
            var alike = 0;
            for (var lease : others) {
                if (lease.covers(second)) {
                    all += lease.rate();
                    alike += lease.urgency() == request.urgency() ? lease.rate() : 0;
                }
            }
            return Math.min(request.total() - all, request.share() - alike);
        }

        private void append(List<Lease> held, int rate, long second) {
            var last = held.isEmpty() ? null : held.getLast();
            if (last != null && last.until() == second && last.rate() == rate) {
                held.set(held.size() - 1, lease(rate, last.from(), second + 1));
            } else {
                held.add(lease(rate, second, second + 1));
            }
        }

        private Lease lease(int rate, long from, long until) {
            return new Lease(request.worker(), request.urgency(), rate, from, until);
        }
    }

    /** What is leased for a second, parts. */
    int leased(long second) {
        return leases.stream()
                .filter(lease -> lease.covers(second))
                .mapToInt(Lease::rate)
                .sum();
    }

    /** What campaigns or reminders have leased for a second, parts. */
    int leased(long second, Urgency urgency) {
        return leases.stream()
                .filter(lease -> lease.covers(second) && lease.urgency() == urgency)
                .mapToInt(Lease::rate)
                .sum();
    }
}
