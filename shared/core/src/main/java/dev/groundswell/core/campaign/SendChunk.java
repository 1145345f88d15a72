package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.MemberMessages.Prepared;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.link.ShortLinks;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.send.Claims.DayCap;
import dev.groundswell.core.message.send.Delivery;
import dev.groundswell.core.message.send.Recheck;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.message.send.Terms;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.segment.freeze.FrozenMembers;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Sends to the members of a chunk who have no outcome yet, and writes down what became of them. Whoever ends in between leaves
 * a chunk that knows less than the books of messages; the next one reads these first. Once the campaign is stopped or its time
 * is over, those members whom the books do not know are excluded instead.
 */
public final class SendChunk {

    private final Campaigns campaigns;
    private final CampaignChunks chunks;
    private final FrozenMembers members;
    private final MessageSettingsStore settings;
    private final Messages messages;
    private final SendMessages sending;
    private final SettleExpiredClaims expired;
    private final SettleChunk settling;
    private final CampaignRecheck.Ports recheck;
    private final InstantSource time;

    /** All that sending stands on. */
    public record Ports(
            Campaigns campaigns,
            CampaignChunks chunks,
            FrozenMembers members,
            MessageSettingsStore settings,
            Messages messages,
            Addressees addressees,
            ShortLinks links) {}

    public SendChunk(
            Ports ports, SendMessages sending, SettleExpiredClaims expired, SettleChunk settling, InstantSource time) {
        this.campaigns = ports.campaigns();
        this.chunks = ports.chunks();
        this.members = ports.members();
        this.settings = ports.settings();
        this.messages = ports.messages();
        this.sending = sending;
        this.expired = expired;
        this.settling = settling;
        this.recheck = new CampaignRecheck.Ports(ports.campaigns(), ports.addressees(), ports.links(), time);
        this.time = time;
    }

    /** How it ended. */
    public enum Result {
        /** Every member has an outcome. */
        COMPLETE,
        /** Nothing is to be sent: the campaign waits or is over, or somebody else is at this chunk. */
        NOTHING_TO_DO,
        /** The pace is in use, it is outside of the sending hours, or others are at its messages: it has to be tried again. */
        LATER,
        /** The time was over: somebody has to go on. */
        OUT_OF_TIME
    }

    /** @param timeLeft whether there is time for another round of slices */
    public Result send(Store store, CampaignId id, ChunkKey key, BooleanSupplier timeLeft) {
        var campaign = campaigns.find(store.id(), id);
        var run = campaign.flatMap(found -> found.state().run());
        var chunk = run.flatMap(_ -> chunks.find(store.id(), id, key));
        if (chunk.isEmpty() || !isSendable(campaign.orElseThrow())) {
            return Result.NOTHING_TO_DO;
        }
        return chunk.get().isComplete()
                ? settled(store, campaign.get(), run.orElseThrow(), chunk.get())
                : hold(store, campaign.get(), chunk.get())
                        .map(held -> new Work(store, campaign.get(), run.orElseThrow(), held)
                                .send(chunk.get().isFresh(), timeLeft))
                        .orElse(Result.NOTHING_TO_DO);
    }

    private static boolean isSendable(Campaign campaign) {
        return campaign.state() instanceof CampaignState.Sendable
                && !campaign.state().isUnsent();
    }

    private Result settled(Store store, Campaign campaign, Run run, Chunk chunk) {
        settling.settle(store.id(), campaign.id(), run, chunk);
        return Result.COMPLETE;
    }

    private Optional<Chunk> hold(Store store, Campaign campaign, Chunk chunk) {
        var now = time.instant();
        var held = chunk.held(now.plus(CampaignLimits.HELD));
        return !chunk.isHeld(now) && chunks.save(store.id(), campaign.id(), held)
                ? Optional.of(held)
                : Optional.empty();
    }

    /** One worker's turn at a chunk. */
    private final class Work {

        private final Store store;
        private final Campaign campaign;
        private final Run run;
        private final Map<MessageId, List<ShortLink>> links = new HashMap<>();
        /** Those left to be sent, by place. */
        private final Map<Integer, Draft> left = new LinkedHashMap<>();
        /** Whose messages somebody else claims. */
        private final Map<Integer, Draft> elsewhere = new LinkedHashMap<>();

        private Chunk chunk;

        Work(Store store, Campaign campaign, Run run, Chunk chunk) {
            this.store = store;
            this.campaign = campaign;
            this.run = run;
            this.chunk = chunk;
        }

        /** @param isFresh whether nobody can have claimed a message of this chunk: whatever the books say, claims say too */
        Result send(boolean isFresh, BooleanSupplier timeLeft) {
            prepare();
            var closing = closing(settings.find(store.id()));
            if (!isFresh || closing.isPresent()) {
                note(known());
            }
            var ended = closing.map(this::close).orElseGet(() -> sendLeft(timeLeft));
            return chunk.isComplete() ? settled(store, campaign, run, chunk) : letGo(ended);
        }

        private void prepare() {
            var rows = members.chunk(
                            store.id(),
                            run.audience(),
                            chunk.id().range(),
                            chunk.id().number())
                    .rows();
            var all = new MemberMessages(store, campaign, run, recheck.links());
            for (var place : chunk.outcomes().places()) {
                if (all.prepare(rows.get(place), new ChunkKey.Place(chunk.key(), place))
                        instanceof Prepared.Ready(var draft, var itsLinks)) {
                    left.put(place, draft);
                    links.put(draft.id(), itsLinks);
                } else {
                    throw new IllegalStateException("The member " + chunk.key() + "/" + place + " of campaign "
                            + campaign.id() + " had a message when it was planned, and has none now.");
                }
            }
        }

        /** What the books know already: of a worker that died here, or of another member with the same address. */
        private Map<Integer, Learnt> known() {
            var ids = left.values().stream().map(Draft::id).collect(Collectors.toSet());
            var known = expired.settle(store.id(), messages.find(store.id(), ids));
            var learnt = new HashMap<Integer, Learnt>();
            List.copyOf(left.entrySet()).forEach(entry -> {
                var message = known.get(entry.getValue().id());
                if (message != null) {
                    learnt(entry.getKey(), entry.getValue(), message).ifPresent(it -> learnt.put(entry.getKey(), it));
                }
            });
            return learnt;
        }

        /** Empty while somebody is sending it. */
        private Optional<Learnt> learnt(int place, Draft draft, Message message) {
            if (!message.facts().buyer().equals(draft.buyer())) {
                return Optional.of(Learnt.excluded(ExclusionReason.DUPLICATE_ADDRESS));
            }
            if (message.state() == MessageState.CLAIMED) {
                left.remove(place);
                elsewhere.put(place, draft);
            }
            return Learnt.of(message);
        }

        /**
         * Why those who are left get nothing. Asked before the books are: what they do not know by then nobody has claimed, and
         * whoever claims it later finds the same when checking.
         */
        private Optional<ExclusionReason> closing(MessageSettings current) {
            return campaign.state()
                    .closing()
                    .or(() -> isOutside(current, SendingHours.Outside.DROP)
                            ? Optional.of(ExclusionReason.QUIET_HOURS)
                            : Optional.empty());
        }

        /** The campaign was stopped, or the hours were over, before these were looked for, so nobody sends them any more. */
        private Result close(ExclusionReason reason) {
            note(left.keySet().stream().collect(Collectors.toMap(place -> place, _ -> Learnt.excluded(reason))));
            return Result.LATER;
        }

        private Result sendLeft(BooleanSupplier timeLeft) {
            while (!left.isEmpty()) {
                var current = settings.find(store.id());
                var until = until(current);
                if (until.isEmpty() || !isSending()) {
                    return Result.LATER;
                }
                if (!timeLeft.getAsBoolean() || isOutside(current, SendingHours.Outside.DROP)) {
                    return Result.OUT_OF_TIME;
                }
                if (!sendRound(current, until.get())) {
                    return Result.LATER;
                }
            }
            return Result.LATER;
        }

        private boolean isSending() {
            return campaigns.isSending(store.id(), campaign.id());
        }

        /** Until when messages may go out; empty where they may not now, and have to wait. */
        private Optional<Instant> until(MessageSettings current) {
            var now = time.instant();
            var ends = campaign.settings()
                    .timing()
                    .endsAt(store.zone())
                    .filter(end -> !end.isAfter(now))
                    .isPresent();
            return ends || isOutside(current, SendingHours.Outside.WAIT)
                    ? Optional.empty()
                    : Optional.of(untilAtMost(now));
        }

        /** Whether it is outside of the sending hours, where this is what becomes of messages then. */
        private boolean isOutside(MessageSettings current, SendingHours.Outside outside) {
            return Hours.of(current, campaign.settings())
                    .filter(hours -> hours.outside() == outside)
                    .filter(hours -> !hours.contain(time.instant(), store.zone()))
                    .isPresent();
        }

        private Instant untilAtMost(Instant now) {
            var slice = now.plus(CampaignLimits.SLICE_TIME);
            return campaign.settings()
                    .timing()
                    .endsAt(store.zone())
                    .filter(slice::isAfter)
                    .orElse(slice);
        }

        /** Some slices at once. Whether anything became of any. */
        private boolean sendRound(MessageSettings current, Instant until) {
            var terms = terms(current, until);
            var slices = slices();
            var outcomes = FanOut.over(
                    slices,
                    CampaignLimits.SLICES_AT_ONCE,
                    slice -> sending.send(store, Urgency.CAMPAIGN, List.copyOf(slice.values()), terms));
            var learnt = new HashMap<Integer, Learnt>();
            outcomes.forEach((number, outcome) -> {
                if (outcome instanceof FanOut.Outcome.Done(var deliveries)) {
                    var slice = Objects.requireNonNull(slices.get(number));
                    slice.forEach((place, draft) ->
                            learn(place, draft, Objects.requireNonNull(deliveries.get(draft.id())), learnt));
                }
            });
            note(learnt);
            outcomes.values().forEach(FanOut.Outcome::orThrow);
            return !learnt.isEmpty();
        }

        private Terms terms(MessageSettings current, Instant until) {
            var day = new StoreCalendar(store.zone()).dayOf(time.instant());
            var cap = current.messagesADay().isPresent()
                    ? Optional.of(new DayCap(day, current.messagesADay().getAsInt()))
                    : Optional.<DayCap>empty();
            Recheck ofCampaign = new CampaignRecheck(recheck, store, campaign, run, current, links);
            return new Terms(cap, ofCampaign, until);
        }

        /** Each message once; a second member with the same address is for a later round, which finds the first one's. */
        private Map<Integer, Map<Integer, Draft>> slices() {
            var slices = new LinkedHashMap<Integer, Map<Integer, Draft>>();
            var ids = new HashSet<MessageId>();
            for (var entry : left.entrySet()) {
                if (ids.size() == CampaignLimits.SLICE * CampaignLimits.SLICES_AT_ONCE) {
                    break;
                }
                if (ids.add(entry.getValue().id())) {
                    slices.computeIfAbsent((ids.size() - 1) / CampaignLimits.SLICE, _ -> new LinkedHashMap<>())
                            .put(entry.getKey(), entry.getValue());
                }
            }
            return slices;
        }

        private void learn(int place, Draft draft, Delivery delivery, Map<Integer, Learnt> learnt) {
            var news = delivery instanceof Delivery.Taken(var message)
                    ? learnt(place, draft, message)
                    : Learnt.of(delivery, draft.content().parts());
            news.ifPresent(it -> learnt.put(place, it));
        }

        /** Somebody else may write to the chunk too: a receipt, or a worker who had it before. */
        private void note(Map<Integer, Learnt> learnt) {
            learnt.keySet().forEach(left::remove);
            if (learnt.isEmpty()) {
                return;
            }
            for (var attempt = 0; attempt < CampaignLimits.MAX_ATTEMPTS; attempt++) {
                var saved = chunk.with(learnt, time.instant().plus(CampaignLimits.HELD));
                if (chunks.save(store.id(), campaign.id(), saved)) {
                    chunk = saved;
                    return;
                }
                chunk = reread();
            }
            throw new IllegalStateException(
                    "Chunk " + chunk.key() + " of campaign " + campaign.id() + " changes all the time.");
        }

        private Chunk reread() {
            return chunks.find(store.id(), campaign.id(), chunk.key()).orElseThrow();
        }

        /** Another worker may have it from now on, or from when it is worth trying again. */
        private Result letGo(Result ended) {
            var from = ended == Result.LATER
                    ? time.instant().plus(CampaignLimits.TRIED_AGAIN_AFTER).minusSeconds(1)
                    : time.instant();
            chunks.save(store.id(), campaign.id(), chunk.held(from));
            return ended;
        }
    }
}
