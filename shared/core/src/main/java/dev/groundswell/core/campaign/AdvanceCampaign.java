package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.CampaignState.Cancelled;
import dev.groundswell.core.campaign.CampaignState.Closed;
import dev.groundswell.core.campaign.CampaignState.Completed;
import dev.groundswell.core.campaign.CampaignState.Draft;
import dev.groundswell.core.campaign.CampaignState.Failed;
import dev.groundswell.core.campaign.CampaignState.Freezing;
import dev.groundswell.core.campaign.CampaignState.Lapsing;
import dev.groundswell.core.campaign.CampaignState.Paused;
import dev.groundswell.core.campaign.CampaignState.Planning;
import dev.groundswell.core.campaign.CampaignState.Reserving;
import dev.groundswell.core.campaign.CampaignState.Scheduled;
import dev.groundswell.core.campaign.CampaignState.Sending;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.FreezeAudience;
import dev.groundswell.core.segment.freeze.FrozenAudience;
import dev.groundswell.core.segment.freeze.FrozenAudiences;
import dev.groundswell.core.segment.freeze.FrozenMembers;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.core.wallet.Wallets.Reserving.Insufficient;
import dev.groundswell.core.wallet.Wallets.Reserving.Reserved;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Does what can be done next of a campaign: launches it, has its audience frozen and its messages planned, reserves what they
 * cost, wakes those who send, and ends it. It may be called at any time, by any number at once: each step is one conditional
 * write of the campaign, and whatever is done beside it may be done twice.
 */
public final class AdvanceCampaign {

    private static final Duration NOW = Duration.ZERO;

    /** What advancing stands on. */
    public record Ports(
            Campaigns campaigns,
            CampaignChunks chunks,
            CampaignSteps steps,
            FrozenAudiences audiences,
            FrozenMembers members,
            MessageSettingsStore settings,
            Providers providers,
            Wallets wallets) {}

    private final Ports ports;
    private final FreezeAudience freeze;
    private final String linkOrigin;
    private final InstantSource time;

    /** @param linkOrigin of short links, for stores without a domain of their own */
    public AdvanceCampaign(Ports ports, FreezeAudience freeze, String linkOrigin, InstantSource time) {
        this.ports = ports;
        this.freeze = freeze;
        this.linkOrigin = linkOrigin;
        this.time = time;
    }

    /** What came of one look. */
    private sealed interface Move {

        /** On to another state, in which there may be something to do at once. */
        record To(CampaignState state) implements Move {}

        /** Nothing to be done before somebody looks again. */
        record Stay(Optional<Duration> lookAgain) implements Move {}
    }

    private static final Move STAY = new Move.Stay(Optional.empty());
    private static final Move WAIT = new Move.Stay(Optional.of(CampaignLimits.LOOKED_AGAIN_AFTER));

    /**
     * Advances it as far as it goes.
     *
     * @return after which it is worth looking again; empty where somebody will say so, or it is over
     */
    public Optional<Duration> advance(Store store, CampaignId id) {
        for (var step = 0; step < CampaignLimits.MAX_ATTEMPTS; step++) {
            var campaign = ports.campaigns().find(store.id(), id);
            if (campaign.isEmpty()) {
                return Optional.empty();
            }
            switch (move(store, campaign.get())) {
                case Move.Stay(var lookAgain) -> {
                    return lookAgain;
                }
                case Move.To(var state) -> move(store, campaign.get(), state);
            }
        }
        return Optional.of(CampaignLimits.LOOKED_AGAIN_AFTER);
    }

    /** What has failed is not expected to cost anything any more. */
    private void move(Store store, Campaign campaign, CampaignState state) {
        if (state instanceof Failed) {
            ports.wallets().plan(store.id(), campaign.id().value(), 0);
        }
        ports.campaigns().save(store, campaign.in(state, time.instant()));
    }

    private Move move(Store store, Campaign campaign) {
        return switch (campaign.state()) {
            case Draft _, Closed _, Failed _ -> STAY;
            case Scheduled scheduled -> launched(store, scheduled);
            case Freezing freezing -> frozen(store, campaign, freezing);
            case Planning planning -> planned(store, campaign, planning);
            case Reserving reserving -> reserved(store, campaign, reserving);
            case Sending sending -> sent(store, campaign, sending);
            case Lapsing lapsing -> lapsed(store, campaign, lapsing);
            case Paused paused -> paused(store, campaign, paused);
            case Cancelled cancelled -> cancelled(store, campaign, cancelled);
            case Completed completed -> closed(store, campaign, completed.theRun(), completed::close);
        };
    }

    // ---- launched

    private Move launched(Store store, Scheduled scheduled) {
        var now = time.instant();
        if (now.isBefore(scheduled.launchAt())) {
            return STAY;
        }
        return now.isAfter(scheduled.launchUntil())
                ? new Move.To(new Failed(missed(store, scheduled), Optional.empty(), now))
                : new Move.To(scheduled.launch(now));
    }

    private static String missed(Store store, Scheduled scheduled) {
        return "It was to be launched at %s and could not be before %s, so it was skipped. Schedule it anew if it still makes sense."
                .formatted(
                        scheduled.launchAt().atZone(store.zone()).toLocalDateTime(),
                        scheduled.launchUntil().atZone(store.zone()).toLocalDateTime());
    }

    // ---- frozen

    private Move frozen(Store store, Campaign campaign, Freezing freezing) {
        if (freezing.audience().isEmpty()) {
            return begun(store, campaign, freezing);
        }
        var audience = freezing.audience().get();
        return ports.audiences()
                .find(store.id(), audience)
                .map(found -> switch (found) {
                    case FrozenAudience.Freezing _ -> WAIT;
                    case FrozenAudience.Failed failed ->
                        failed("Its audience could not be frozen. " + failed.reason(), Optional.empty());
                    case FrozenAudience.Ready ready -> ready(store, campaign, freezing, ready);
                })
                .orElseGet(() -> failed("Its audience is gone.", Optional.empty()));
    }

    /** As many audiences as may be are under way, maybe: then it waits for them. */
    private Move begun(Store store, Campaign campaign, Freezing freezing) {
        var settings = campaign.settings();
        var request = new FreezeAudience.Request(
                settings.name(), settings.segment(), rule(campaign), "campaign " + campaign.id());
        return switch (freeze.freeze(store.id(), request)) {
            case FreezeAudience.Result.TooMany _ -> WAIT;
            case FreezeAudience.Result.Begun(var audience) -> new Move.To(freezing.begun(audience.id()));
        };
    }

    private static SegmentRule rule(Campaign campaign) {
        return switch (RuleText.read(campaign.settings().rule())) {
            case RuleReading.Read(var rule) -> rule;
            case RuleReading.Refused(var errors) ->
                throw new IllegalStateException("The rule of campaign " + campaign.id() + " cannot be read: "
                        + errors.getFirst().message());
        };
    }

    private Move ready(Store store, Campaign campaign, Freezing freezing, FrozenAudience.Ready audience) {
        var channel = campaign.settings().channel();
        var providers = ports.providers().all(store.id()).stream()
                .filter(Provider::active)
                .filter(provider -> provider.channel() == channel)
                .toList();
        if (providers.isEmpty()) {
            return failed(
                    "No provider sends " + channel + " for this store. Set one up and activate it.", Optional.empty());
        }
        var settings = ports.settings().find(store.id());
        var run = new Run(
                freezing.launchedAt(),
                audience.id(),
                audience.count(),
                settings.frame(),
                origin(settings),
                PriceList.of(providers),
                Run.Cost.NONE);
        return new Move.To(freezing.frozen(run));
    }

    private String origin(MessageSettings settings) {
        return settings.linkDomain() == null ? linkOrigin : "https://" + settings.linkDomain();
    }

    // ---- planned and reserved

    private List<RangeId> ranges(Store store, AudienceId audience) {
        return ports.members().ranges(store.id(), audience).stream()
                .map(FrozenRange::id)
                .toList();
    }

    private void wakePlanners(Store store, CampaignId campaign, List<RangeId> ranges) {
        wake(
                store,
                ranges.stream()
                        .map(range -> new CampaignStep.Plan(campaign, range))
                        .toList());
    }

    private void wake(Store store, List<? extends CampaignStep> steps) {
        if (!steps.isEmpty()) {
            ports.steps().wake(store.id(), steps, NOW);
        }
    }

    private Move planned(Store store, Campaign campaign, Planning planning) {
        var plans = ports.chunks().plans(store.id(), campaign.id());
        var done = plans.stream().map(RangePlan::range).collect(Collectors.toSet());
        var missing = ranges(store, planning.theRun().audience()).stream()
                .filter(range -> !done.contains(range))
                .toList();
        if (missing.isEmpty()) {
            return new Move.To(planning.costing(new Run.Cost(
                    plans.stream().mapToLong(RangePlan::parts).sum(),
                    plans.stream().mapToLong(RangePlan::amount).sum())));
        }
        var now = time.instant();
        if (planning.wokenAt().plus(CampaignLimits.PLANNED_WITHIN).isAfter(now)) {
            return STAY;
        }
        wakePlanners(store, campaign.id(), missing);
        return new Move.To(planning.woken(now));
    }

    private Move reserved(Store store, Campaign campaign, Reserving reserving) {
        var cost = reserving.theRun().cost().amount();
        var reserved =
                ports.wallets().reserve(store.id(), campaign.id().value(), cost, by(campaign.id()), time.instant());
        return switch (reserved) {
            case Reserved _ -> new Move.To(reserving.reserved());
            case Insufficient(var available) ->
                failed(
                        "It costs up to %s and the wallet has %s: %s short. Nobody was sent anything. Pay in and schedule it again."
                                .formatted(money(store, cost), money(store, available), money(store, cost - available)),
                        reserving.run());
        };
    }

    private static String money(Store store, long minorUnits) {
        return new Money(minorUnits, store.currency()).toString();
    }

    private static String by(CampaignId campaign) {
        return "campaign " + campaign;
    }

    private Move failed(String reason, Optional<Run> run) {
        return new Move.To(new Failed(reason, run, time.instant()));
    }

    // ---- sent

    private Move sent(Store store, Campaign campaign, Sending sending) {
        if (hasEnded(store, campaign)) {
            return new Move.To(sending.lapse());
        }
        return isOver(store, campaign, sending.theRun()) ? new Move.To(sending.complete(time.instant())) : STAY;
    }

    private boolean hasEnded(Store store, Campaign campaign) {
        var now = time.instant();
        return campaign.settings()
                .timing()
                .endsAt(store.zone())
                .filter(end -> !end.isAfter(now))
                .isPresent();
    }

    private Move lapsed(Store store, Campaign campaign, Lapsing lapsing) {
        return isOver(store, campaign, lapsing.theRun()) ? new Move.To(lapsing.complete(time.instant())) : STAY;
    }

    private Move paused(Store store, Campaign campaign, Paused paused) {
        return paused.before() instanceof Sending sending && hasEnded(store, campaign)
                ? new Move.To(sending.lapse())
                : STAY;
    }

    private Move cancelled(Store store, Campaign campaign, Cancelled cancelled) {
        if (cancelled.isOver()) {
            return cancelled.isSent() ? closed(store, campaign, cancelled.run().orElseThrow(), cancelled::close) : STAY;
        }
        if (!cancelled.isSent()) {
            neverReserve(store, campaign.id());
            return new Move.To(cancelled.over());
        }
        return isOver(store, campaign, cancelled.run().orElseThrow()) ? new Move.To(cancelled.over()) : STAY;
    }

    /** Whoever was about to reserve for it, and comes later, finds a reservation of nothing that is closed. */
    private void neverReserve(Store store, CampaignId campaign) {
        var now = time.instant();
        ports.wallets().reserve(store.id(), campaign.value(), 0, by(campaign), now);
        ports.wallets().release(store.id(), campaign.value(), now);
    }

    /** Once nobody is told any more what became of its messages. */
    private Move closed(Store store, Campaign campaign, Run run, Supplier<CampaignState> close) {
        if (time.instant().isBefore(campaign.closesAt())) {
            return STAY;
        }
        var settling = new SettleChunk(ports.chunks(), ports.wallets(), time);
        ports.chunks().summaries(store.id(), campaign.id()).stream()
                .filter(chunk -> chunk.bill().parts().unknown() > 0)
                .forEach(chunk -> settling.close(store.id(), campaign.id(), run, chunk.key()));
        return new Move.To(close.get());
    }

    /** If not, those are woken whose turn it is and at whom nobody is. */
    private boolean isOver(Store store, Campaign campaign, Run run) {
        var open = ports.chunks().summaries(store.id(), campaign.id()).stream()
                .filter(chunk -> !chunk.isOver(run.prices()))
                .toList();
        var silentSince = time.instant().minus(CampaignLimits.SILENT);
        var silent = open.stream()
                .limit(chunksAtOnce(store, campaign))
                .filter(chunk -> chunk.heldUntil().isBefore(silentSince))
                .map(chunk -> new CampaignStep.Send(campaign.id(), chunk.key()))
                .toList();
        wake(store, silent);
        return open.isEmpty();
    }

    /** How many of a campaign's chunks are under way at a time: as many as its providers' pace needs, and one more. */
    int chunksAtOnce(Store store, Campaign campaign) {
        var channel = campaign.settings().channel();
        var pace = ports.providers().all(store.id()).stream()
                .filter(provider -> provider.active() && provider.channel() == channel)
                .mapToLong(provider -> provider.limits().partsPerSecond())
                .sum();
        return (int) Math.min(CampaignLimits.CHUNKS_AT_ONCE, 1 + Math.ceilDiv(pace, CampaignLimits.PACE_OF_A_CHUNK));
    }

    /** The chunk that is to follow one that is complete; so that so many are under way. */
    Optional<ChunkKey> after(Store store, CampaignId id, List<ChunkKey> order, ChunkKey complete) {
        return ports.campaigns()
                .find(store.id(), id)
                .map(campaign -> order.indexOf(complete) + chunksAtOnce(store, campaign))
                .filter(next -> next < order.size())
                .map(order::get);
    }
}
