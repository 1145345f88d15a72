package dev.groundswell.core.message.send;

import static java.util.stream.Collectors.toMap;

import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.send.Claims.Claimed;
import dev.groundswell.core.message.send.Passages.Passage;
import dev.groundswell.core.message.send.Passages.Routed;
import dev.groundswell.core.message.send.Recheck.Verdict;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Sends messages, each at most once whoever else tries, and each with one outcome in the books: pace is leased, the messages
 * are claimed, what speaks against them is read again, the clock is looked at, a provider is asked once, and what became of
 * them is written down. Whoever ends anywhere in between leaves claims, which {@link SettleExpiredClaims} turns unknown.
 */
public final class SendMessages {

    /** As many as one call of a provider takes, and as one transaction claims with their slots. */
    public static final int MAX_SLICE = 50;

    /** So long a claim is good at most. What its owner has not begun to send by then it gives back. */
    private static final Duration CLAIMED_FOR = Duration.ofSeconds(30);

    private static final String NO_PACE = "The providers' pace is in use, or none of them is working.";
    private static final String BUSY = "Others keep writing to its address.";
    private static final String TOO_LATE = "The time to send it was over.";
    private static final String NO_ANSWER = "There was no answer.";

    private final Claims claims;
    private final Messages messages;
    private final Passages passages;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random names the owners of claims */
    public SendMessages(
            Claims claims, Messages messages, Passages passages, InstantSource clock, RandomGenerator random) {
        this.claims = claims;
        this.messages = messages;
        this.passages = passages;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Sends what can be sent now.
     *
     * @param slice up to {@link #MAX_SLICE}, of one channel, with distinct ids
     * @return one for each
     */
    public Map<MessageId, Delivery> send(Store store, Urgency urgency, List<Draft> slice, Terms terms) {
        requireSlice(slice);
        var now = clock.instant();
        var sendBefore = earlier(terms.until(), now.plus(CLAIMED_FOR));
        var passage = passages.open(store, urgency, slice, sendBefore);
        var claim = new Message.Claim(Long.toHexString(random.nextLong()), now, sendBefore);
        return new Slice(store.id(), terms, claim, passage).send(slice);
    }

    private static void requireSlice(List<Draft> slice) {
        if (slice.size() > MAX_SLICE) {
            throw new IllegalArgumentException("A slice has at most " + MAX_SLICE + " messages.");
        }
        var ids = new HashSet<MessageId>();
        if (!slice.stream().map(Draft::id).allMatch(ids::add)) {
            throw new IllegalArgumentException("A slice has each message once.");
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** One call. Each step takes the drafts that the one before has left, and notes what became of the others. */
    private final class Slice {

        private final StoreId store;
        private final Terms terms;
        private final Message.Claim claim;
        private final Passage passage;
        private final Map<MessageId, Delivery> deliveries = new LinkedHashMap<>();

        Slice(StoreId store, Terms terms, Message.Claim claim, Passage passage) {
            this.store = store;
            this.terms = terms;
            this.claim = claim;
            this.passage = passage;
        }

        Map<MessageId, Delivery> send(List<Draft> slice) {
            slice.forEach(draft -> deliveries.put(draft.id(), new Delivery.NotNow(NO_PACE)));
            var cleared = cleared(passage.admitted());
            if (!cleared.isEmpty()) {
                settle(passage.send(cleared), cleared);
            }
            return deliveries;
        }

        /** Until here nothing has been sent; so whatever fails, all claims can be given back. */
        private List<Draft> cleared(List<Draft> admitted) {
            try {
                return inTime(rechecked(claimed(admitted)));
            } catch (RuntimeException failure) {
                releaseAfter(failure, admitted);
                throw failure;
            }
        }

        private void releaseAfter(RuntimeException failure, List<Draft> admitted) {
            try {
                claims.release(store, claim, terms.cap(), ids(admitted));
            } catch (RuntimeException another) {
                failure.addSuppressed(another);
            }
        }

        private List<Draft> claimed(List<Draft> admitted) {
            if (admitted.isEmpty()) {
                return admitted;
            }
            var claimed = claims.claim(store, claim, terms.cap(), admitted);
            var mine = new ArrayList<Draft>(admitted.size());
            for (var draft : admitted) {
                switch (claimed.get(draft.id())) {
                    case Claimed.Mine() -> mine.add(draft);
                    case Claimed.Capped() ->
                        deliveries.put(draft.id(), new Delivery.Excluded(ExclusionReason.FREQUENCY_CAP));
                    case Claimed.Taken(var known) -> deliveries.put(draft.id(), new Delivery.Taken(known));
                    case Claimed.Busy() -> deliveries.put(draft.id(), new Delivery.NotNow(BUSY));
                    case null -> throw new IllegalStateException(draft.id() + " was neither claimed nor not.");
                }
            }
            return mine;
        }

        private List<Draft> rechecked(List<Draft> claimed) {
            if (claimed.isEmpty()) {
                return claimed;
            }
            var verdicts = terms.recheck().check(store, claimed);
            var going = new ArrayList<Draft>(claimed.size());
            var excluded = new LinkedHashMap<MessageId, ExclusionReason>();
            var held = new LinkedHashMap<MessageId, String>();
            for (var draft : claimed) {
                switch (verdicts.get(draft.id())) {
                    case Verdict.Go() -> going.add(draft);
                    case Verdict.Exclude(var reason) -> excluded.put(draft.id(), reason);
                    case Verdict.Hold(var why) -> held.put(draft.id(), why);
                    case null -> throw new IllegalStateException("Nobody said whether " + draft.id() + " may go.");
                }
            }
            exclude(excluded);
            release(held);
            return going;
        }

        private List<Draft> inTime(List<Draft> going) {
            if (going.isEmpty() || clock.instant().isBefore(claim.sendBefore())) {
                return going;
            }
            release(going.stream().collect(toMap(Draft::id, _ -> TOO_LATE)));
            return List.of();
        }

        private void exclude(Map<MessageId, ExclusionReason> reasons) {
            if (!reasons.isEmpty()) {
                claims.exclude(store, terms.cap(), clock.instant(), reasons);
                reasons.forEach((id, reason) -> deliveries.put(id, new Delivery.Excluded(reason)));
            }
        }

        /** Those that somebody thought unknown meanwhile have an outcome by now: they are certainly not sent. */
        private void release(Map<MessageId, String> reasons) {
            if (reasons.isEmpty()) {
                return;
            }
            var released = claims.release(store, claim, terms.cap(), reasons.keySet());
            var failed = new LinkedHashMap<MessageId, Outcome>();
            reasons.forEach((id, why) -> {
                if (released.contains(id)) {
                    deliveries.put(id, new Delivery.NotNow(why));
                } else {
                    failed.put(id, new Outcome.Failed(clock.instant(), "", "NOT_SENT", why));
                    deliveries.put(id, new Delivery.Failed("NOT_SENT", why));
                }
            });
            if (!failed.isEmpty()) {
                messages.settle(store, failed);
            }
        }

        private void settle(Map<MessageId, Routed> answers, List<Draft> asked) {
            var at = clock.instant();
            var taken = new LinkedHashMap<MessageId, Outcome.Sent>();
            var outcomes = new LinkedHashMap<MessageId, Outcome>();
            var notTaken = new HashMap<MessageId, String>();
            for (var draft : asked) {
                var routed = answers.getOrDefault(draft.id(), new Routed(new Answer.Lost(NO_ANSWER), ""));
                var provider = routed.provider();
                switch (routed.answer()) {
                    case Answer.Accepted(var itsId) -> {
                        taken.put(draft.id(), new Outcome.Sent(at, provider, itsId));
                        deliveries.put(
                                draft.id(),
                                new Delivery.Sent(provider, draft.content().parts()));
                    }
                    case Answer.Refused(var code, var why) -> {
                        outcomes.put(draft.id(), new Outcome.Failed(at, provider, code, why));
                        deliveries.put(draft.id(), new Delivery.Failed(code, why));
                    }
                    case Answer.NotTaken(var _, var why) -> notTaken.put(draft.id(), why);
                    case Answer.Lost(var why) -> {
                        outcomes.put(draft.id(), new Outcome.Unknown(at, provider, why));
                        deliveries.put(draft.id(), new Delivery.Unknown(why));
                    }
                }
            }
            handOver(taken);
            if (!outcomes.isEmpty()) {
                messages.settle(store, outcomes);
            }
            release(notTaken);
        }

        /** Once somebody may have given the claim up, each overrules that by itself. */
        private void handOver(Map<MessageId, Outcome.Sent> taken) {
            if (taken.isEmpty()) {
                return;
            }
            if (clock.instant().isBefore(SettleExpiredClaims.givenUpAt(claim))) {
                claims.handOver(store, claim, taken);
            } else {
                messages.settle(store, Map.copyOf(taken));
            }
        }

        private static List<MessageId> ids(Collection<Draft> drafts) {
            return drafts.stream().map(Draft::id).toList();
        }
    }
}
