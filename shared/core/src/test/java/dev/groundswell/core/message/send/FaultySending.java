package dev.groundswell.core.message.send;

import static dev.groundswell.core.message.send.SendDesk.STORE;

import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.send.Claims.DayCap;
import dev.groundswell.core.message.send.Recheck.Verdict;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Workers who send slices from a queue, in virtual time and by one thread, while everything happens to them by chance: at each
 * call of a port or of the provider, before it or after it, a worker may die, a table may be too busy, time may pass, or
 * another worker may do all of a slice. Slices come twice and in any order, and a slice of which something is left comes again.
 */
final class FaultySending {

    private static final int SLICE = 8;
    private static final int MAX_STEPS = 20_000;

    private final Random random;
    private final Optional<DayCap> cap;
    private final Deque<List<Draft>> queue = new ArrayDeque<>();
    private final Map<MessageId, Integer> arrivals = new HashMap<>();
    private final Set<MessageId> mishaps = new HashSet<>();
    private final List<MessageId> all = new ArrayList<>();
    private final MessagesInMemory books = new MessagesInMemory();
    private Instant now = Instant.parse("2026-11-11T00:00:00Z");
    private int workersAtOnce;
    private boolean calm;

    FaultySending(long seed, int campaigns, int people, Optional<DayCap> cap) {
        this.random = new Random(seed);
        this.cap = cap;
        for (var campaign = 0; campaign < campaigns; campaign++) {
            addCampaign("campaign-" + campaign, people);
        }
    }

    private void addCampaign(String name, int people) {
        var drafts = new ArrayList<Draft>();
        for (var person = 0; person < people; person++) {
            drafts.add(AMessage.mail(name, person));
        }
        all.addAll(ids(drafts));
        Collections.shuffle(drafts, random);
        for (var from = 0; from < people; from += SLICE) {
            var slice = List.copyOf(drafts.subList(from, Math.min(people, from + SLICE)));
            queue.addAll(random.nextInt(3) == 0 ? List.of(slice, slice) : List.of(slice));
        }
    }

    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Until every message has an outcome. */
    FaultySending run() {
        for (var steps = 0; !queue.isEmpty(); steps++) {
            calm = steps > MAX_STEPS / 2;
            if (steps > MAX_STEPS) {
                throw new AssertionError(queue.size() + " slices do not come to an end.");
            }
            work();
            now = now.plusSeconds(random.nextInt(5));
        }
        return this;
    }

    /** One worker, one slice. */
    private void work() {
        var slice = queue.poll();
        if (slice == null) {
            return;
        }
        var again = random.nextInt(100) == 0;
        workersAtOnce++;
        try {
            sendRest(slice);
        } catch (Death | Busy _) {
            mishaps.addAll(ids(slice));
            again = true;
        } finally {
            workersAtOnce--;
        }
        if (again || hasOpen(slice)) {
            queue.add(slice);
        }
    }

    private boolean hasOpen(List<Draft> slice) {
        var known = books.find(STORE.id(), ids(slice));
        return known.size() < slice.size()
                || known.values().stream().anyMatch(message -> message.state() == MessageState.CLAIMED);
    }

    private void sendRest(List<Draft> slice) {
        var claims = unlucky(Claims.class, books);
        var messages = unlucky(Messages.class, books);
        var known = new SettleExpiredClaims(claims, messages, () -> now)
                .settle(STORE.id(), messages.find(STORE.id(), ids(slice)));
        var rest =
                slice.stream().filter(draft -> !known.containsKey(draft.id())).toList();
        new SendMessages(claims, messages, this::open, () -> now, random)
                .send(STORE, Urgency.CAMPAIGN, rest, new Terms(cap, this::check, now.plusSeconds(20)));
    }

    private Map<MessageId, Verdict> check(StoreId store, List<Draft> claimed) {
        busy();
        var verdicts = new HashMap<MessageId, Verdict>();
        claimed.forEach(draft -> verdicts.put(draft.id(), verdict()));
        busy();
        return verdicts;
    }

    private Verdict verdict() {
        var roll = random.nextInt(100);
        if (roll < 5) {
            return new Verdict.Exclude(ExclusionReason.BOUGHT_SINCE);
        }
        return roll < 10 && !calm ? new Verdict.Hold("paused") : Recheck.GO;
    }

    private static Collection<MessageId> ids(List<Draft> drafts) {
        return drafts.stream().map(Draft::id).toList();
    }

    // ---- what happens

    /** Anything but what the caller is doing. */
    private void chance() {
        var roll = calm ? 1_000 : random.nextInt(1_000);
        if (roll < 20) {
            throw new Death();
        } else if (roll < 120 && workersAtOnce < 3) {
            work();
        } else if (roll < 200) {
            now = now.plus(Duration.ofSeconds(random.nextInt(90)));
        }
    }

    private <T> T around(Callable<T> call) throws Exception {
        busy();
        var result = call.call();
        busy();
        return result;
    }

    /** A table may be too busy to do it, or to answer. */
    private void busy() {
        chance();
        if (!calm && random.nextInt(100) == 0) {
            throw new Busy();
        }
    }

    private <T> T unlucky(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return around(() -> method.invoke(port, arguments));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private Passages.Passage open(Store store, Urgency urgency, List<Draft> drafts, Instant until) {
        var admitted = drafts.subList(0, drafts.isEmpty() ? 0 : random.nextInt(drafts.size() + 1));
        return new Passages.Passage() {

            @Override
            public List<Draft> admitted() {
                return admitted;
            }

            @Override
            public Map<MessageId, Passages.Routed> send(Collection<Draft> some) {
                var answers = new HashMap<MessageId, Passages.Routed>();
                some.forEach(draft -> answers.put(draft.id(), new Passages.Routed(ask(draft, until), "memory")));
                return answers;
            }
        };
    }

    /** One in twenty answers is lost, before the message arrives or after it. */
    private Answer ask(Draft draft, Instant until) {
        chance();
        if (!now.isBefore(until)) {
            return new Answer.NotTaken("LATE", "Its turn would be too late.");
        }
        var roll = random.nextInt(100);
        if (roll < 3) {
            return new Answer.NotTaken("THROTTLED", "Too fast.");
        } else if (roll < 5) {
            return new Answer.Refused("INVALID", "No such mailbox.");
        } else if (roll < 7) {
            return lost(draft);
        }
        arrivals.merge(draft.id(), 1, Integer::sum);
        chance();
        return roll < 10 ? lost(draft) : new Answer.Accepted("its-" + draft.id());
    }

    private Answer lost(Draft draft) {
        mishaps.add(draft.id());
        return new Answer.Lost("Timed out.");
    }

    // ---- what came of it

    List<MessageId> all() {
        return all;
    }

    /** Each with what is known of it. */
    Map<MessageId, Message> books() {
        return books.find(STORE.id(), all);
    }

    List<MessageId> listedAsUnknown() {
        return books.unknown(STORE.id(), "", Optional.empty(), Integer.MAX_VALUE).stream()
                .map(Message::id)
                .toList();
    }

    /** How often a message came to the provider. */
    int arrivals(MessageId id) {
        return arrivals.getOrDefault(id, 0);
    }

    /** How many came to an address, of whatever campaign. */
    Map<AddressKey, Integer> arrivalsByAddress() {
        var byAddress = new HashMap<AddressKey, Integer>();
        arrivals.forEach((id, times) -> byAddress.merge(id.address(), times, Integer::sum));
        return byAddress;
    }

    /** Whether a worker died with its slice, or an answer to it was lost. */
    boolean hadAMishap(MessageId id) {
        return mishaps.contains(id);
    }
}
