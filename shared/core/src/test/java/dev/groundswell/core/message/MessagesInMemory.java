package dev.groundswell.core.message;

import static java.util.Comparator.comparing;

import dev.groundswell.core.message.send.Claims;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@link Messages} and {@link Claims} in memory, for tests. Each call is one moment, whoever calls at the same time. */
public final class MessagesInMemory implements Messages, Claims {

    private final Map<Key, Message> messages = new HashMap<>();
    private final Map<Key, String> counting = new HashMap<>();
    private final Map<Day, Set<MessageId>> slots = new HashMap<>();

    private record Key(StoreId store, MessageId id) {}

    private record Day(StoreId store, AddressKey address, LocalDate day) {}

    @Override
    public synchronized Map<MessageId, Message> find(StoreId store, Collection<MessageId> ids) {
        var found = new HashMap<MessageId, Message>();
        for (var id : ids) {
            var known = message(store, id);
            if (known != null) {
                found.put(id, known);
            }
        }
        return found;
    }

    private @Nullable Message message(StoreId store, MessageId id) {
        return messages.get(new Key(store, id));
    }

    private List<Message> all(StoreId store, Predicate<Message> wanted, Comparator<Message> order, int limit) {
        return messages.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store))
                .map(Map.Entry::getValue)
                .filter(wanted)
                .sorted(order)
                .limit(limit)
                .toList();
    }

    /** All of a store, for the books to be checked. */
    public synchronized List<Message> all(StoreId store) {
        return all(store, _ -> true, comparing(message -> message.id().toString()), Integer.MAX_VALUE);
    }

    /** What counts towards the cap of an address on a day. */
    public synchronized Set<MessageId> slots(StoreId store, AddressKey address, LocalDate day) {
        return Set.copyOf(slots.getOrDefault(new Day(store, address, day), Set.of()));
    }

    @Override
    public synchronized List<Message> ofAddress(StoreId store, AddressKey address) {
        return all(
                store,
                message -> message.id().address().equals(address),
                comparing(Message::since).reversed(),
                MAX_OF_ADDRESS);
    }

    @Override
    public synchronized List<Message> unknown(StoreId store, String purpose, Optional<MessageId> after, int limit) {
        return all(
                store,
                message -> message.state() == MessageState.UNKNOWN
                        && message.id().purpose().startsWith(purpose)
                        && after.map(last -> place(last).compareTo(place(message.id())) < 0)
                                .orElse(true),
                comparing(message -> place(message.id())),
                limit);
    }

    private static String place(MessageId id) {
        return id.purpose() + "|" + id.address();
    }

    @Override
    public synchronized Map<MessageId, Message> settle(StoreId store, Map<MessageId, Outcome> outcomes) {
        var overruled = new HashMap<MessageId, Message>();
        outcomes.forEach((id, outcome) -> settle(store, id, outcome)
                .filter(settled -> !settled.isNews())
                .ifPresent(settled -> overruled.put(id, settled.message())));
        return overruled;
    }

    @Override
    public synchronized Optional<Settled> settle(StoreId store, MessageId id, Outcome outcome, String countedBy) {
        var key = new Key(store, id);
        var known = message(store, id);
        if (known == null) {
            return Optional.empty();
        }
        if (!outcome.state().overrules(known.state())) {
            return Optional.of(new Settled(known, false, counting.getOrDefault(key, "")));
        }
        var handover = outcome instanceof Outcome.Sent sent ? Optional.of(sent) : known.handover();
        var after = new Message(id, known.facts(), known.claim(), Optional.of(outcome), handover, known.resentAs());
        messages.put(key, after);
        if (!countedBy.isEmpty()) {
            counting.put(key, countedBy);
        }
        return Optional.of(new Settled(after, true, counting.getOrDefault(key, "")));
    }

    @Override
    public synchronized boolean recount(StoreId store, MessageId id, String before, String countedBy) {
        return counting.replace(new Key(store, id), before, countedBy);
    }

    @Override
    public synchronized void forget(StoreId store, AddressKey address, BuyerId buyer) {
        ofAddress(store, address).stream()
                .filter(message -> message.facts().buyer().equals(buyer))
                .forEach(message -> messages.put(new Key(store, message.id()), withoutAddress(message)));
    }

    private static Message withoutAddress(Message message) {
        var facts = message.facts();
        return new Message(
                message.id(),
                new Message.Facts(Optional.empty(), facts.buyer(), facts.kind(), facts.parts(), facts.place()),
                message.claim(),
                message.outcome(),
                message.handover(),
                message.resentAs());
    }

    @Override
    public synchronized Optional<Message> resend(StoreId store, MessageId id) {
        var known = message(store, id);
        if (known == null || known.state() != MessageState.UNKNOWN) {
            return Optional.empty();
        }
        var after = new Message(
                id, known.facts(), known.claim(), known.outcome(), known.handover(), Optional.of(id.again()));
        messages.put(new Key(store, id), after);
        return Optional.of(after);
    }

    @Override
    public synchronized Map<MessageId, Claimed> claim(
            StoreId store, Message.Claim claim, Optional<DayCap> cap, List<Draft> drafts) {
        var claimed = new LinkedHashMap<MessageId, Claimed>();
        drafts.forEach(draft -> claimed.put(draft.id(), claim(store, claim, cap, draft)));
        return claimed;
    }

    private Claimed claim(StoreId store, Message.Claim claim, Optional<DayCap> cap, Draft draft) {
        var known = message(store, draft.id());
        if (known != null) {
            return new Claimed.Taken(known);
        }
        var isMine = cap.map(ofDay -> takeSlot(store, draft.id(), ofDay)).orElse(true);
        var message = isMine
                ? message(draft, Optional.of(claim), Optional.empty())
                : message(
                        draft,
                        Optional.empty(),
                        Optional.of(new Outcome.Excluded(claim.at(), ExclusionReason.FREQUENCY_CAP)));
        messages.put(new Key(store, draft.id()), message);
        return isMine ? new Claimed.Mine() : new Claimed.Capped();
    }

    private static Message message(Draft draft, Optional<Message.Claim> claim, Optional<Outcome> outcome) {
        return new Message(draft.id(), Message.Facts.of(draft), claim, outcome, Optional.empty(), Optional.empty());
    }

    private boolean takeSlot(StoreId store, MessageId id, DayCap cap) {
        var ofDay = slots.computeIfAbsent(new Day(store, id.address(), cap.day()), _ -> new HashSet<>());
        return ofDay.contains(id) || (ofDay.size() < cap.messages() && ofDay.add(id));
    }

    private void freeSlot(StoreId store, MessageId id, Optional<DayCap> cap) {
        cap.ifPresent(ofDay -> slots.getOrDefault(new Day(store, id.address(), ofDay.day()), new HashSet<>())
                .remove(id));
    }

    @Override
    public synchronized Set<MessageId> release(
            StoreId store, Message.Claim claim, Optional<DayCap> cap, Collection<MessageId> ids) {
        var released = new HashSet<MessageId>();
        for (var id : ids) {
            var known = message(store, id);
            if (known != null && isClaimedBy(known, claim.owner())) {
                messages.remove(new Key(store, id));
                freeSlot(store, id, cap);
                released.add(id);
            }
        }
        return released;
    }

    private static boolean isClaimedBy(Message message, String owner) {
        return message.state() == MessageState.CLAIMED
                && message.claim().map(claim -> claim.owner().equals(owner)).orElse(false);
    }

    @Override
    public synchronized void handOver(StoreId store, Message.Claim claim, Map<MessageId, Outcome.Sent> taken) {
        settle(store, Map.copyOf(taken));
    }

    @Override
    public synchronized void exclude(
            StoreId store, Optional<DayCap> cap, Instant at, Map<MessageId, ExclusionReason> reasons) {
        reasons.forEach((id, reason) -> settle(store, id, new Outcome.Excluded(at, reason))
                .filter(Settled::isNews)
                .ifPresent(_ -> freeSlot(store, id, cap)));
    }

    @Override
    public synchronized Set<MessageId> giveUp(StoreId store, Outcome.Unknown outcome, Collection<Message> claims) {
        var given = new HashSet<MessageId>();
        for (var read : claims) {
            var known = message(store, read.id());
            if (known != null && isClaimedBy(known, read.claim().orElseThrow().owner())) {
                settle(store, read.id(), outcome);
                given.add(read.id());
            }
        }
        return given;
    }
}
