package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.CampaignState.Active;
import dev.groundswell.core.campaign.CampaignState.Cancelled;
import dev.groundswell.core.campaign.CampaignState.Draft;
import dev.groundswell.core.campaign.CampaignState.Lapsing;
import dev.groundswell.core.campaign.CampaignState.Paused;
import dev.groundswell.core.campaign.CampaignState.Scheduled;
import dev.groundswell.core.campaign.CampaignState.Sending;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A message to an audience: what it is to do, and where it stands.
 *
 * @param tested    the carriers or mailbox families to which it was sent for a test, as it is
 * @param createdBy who made it, as their token names them
 * @param revision  1 when it is new, one more with each change
 */
public record Campaign(
        CampaignId id,
        CampaignSettings settings,
        CampaignState state,
        Set<String> tested,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        long revision) {

    public Campaign {
        tested = Set.copyOf(tested);
    }

    static Campaign draft(CampaignId id, CampaignSettings settings, String createdBy, Instant now) {
        return new Campaign(id, settings, new Draft(), Set.of(), createdBy, now, now, 1);
    }

    public CampaignStatus status() {
        return state.status();
    }

    /** With other settings, to be tested and scheduled anew; only as long as it is not launched. */
    Optional<Campaign> with(CampaignSettings changed, Instant now) {
        return isEditable()
                ? Optional.of(new Campaign(id, changed, new Draft(), Set.of(), createdBy, createdAt, now, revision + 1))
                : Optional.empty();
    }

    private boolean isEditable() {
        return state instanceof Draft
                || state instanceof Scheduled
                || (state instanceof Paused paused && paused.before() instanceof Scheduled);
    }

    Campaign in(CampaignState changed, Instant now) {
        return new Campaign(id, settings, changed, tested, createdBy, createdAt, now, revision + 1);
    }

    Campaign testedWith(Set<String> destinations, Instant now) {
        var all = new HashSet<>(tested);
        all.addAll(destinations);
        return new Campaign(id, settings, state, all, createdBy, createdAt, now, revision + 1);
    }

    Optional<Campaign> paused(Instant now) {
        return state instanceof Active active ? Optional.of(in(active.pause(now), now)) : Optional.empty();
    }

    Optional<Campaign> resumed(Instant now) {
        return state instanceof Paused paused ? Optional.of(in(paused.before(), now)) : Optional.empty();
    }

    /** Empty if it is over. */
    Optional<Campaign> cancelled(Instant now) {
        return switch (state) {
            case Draft _, Active _, Paused _, Lapsing _ ->
                Optional.of(in(
                        new Cancelled(
                                state.run(), isSent(state), now, state.run().isEmpty()),
                        now));
            case CampaignState.Completed _, Cancelled _, CampaignState.Closed _, CampaignState.Failed _ ->
                Optional.empty();
        };
    }

    private static boolean isSent(CampaignState state) {
        return switch (state) {
            case Paused paused -> isSent(paused.before());
            case Sending _, Lapsing _ -> true;
            default -> false;
        };
    }

    /** Of one that is over: from when on nobody is told any more what became of its messages. */
    Instant closesAt() {
        return changedAt.plus(CampaignLimits.REPORTED_WITHIN);
    }

    /** When somebody has to look at it next: now and then while it goes on; empty when it is over, or waits for a person. */
    public Optional<Instant> dueAt(ZoneId zone) {
        return switch (state) {
            case Scheduled scheduled -> Optional.of(scheduled.launchAt());
            case Active _, Lapsing _ -> Optional.of(changedAt);
            case Paused(Sending _, var _) -> settings.timing().endsAt(zone);
            case CampaignState.Completed _ -> Optional.of(closesAt());
            case Cancelled cancelled when !cancelled.isOver() -> Optional.of(changedAt);
            case Cancelled cancelled -> cancelled.isSent() ? Optional.of(closesAt()) : Optional.empty();
            case Draft _, Paused _, CampaignState.Closed _, CampaignState.Failed _ -> Optional.empty();
        };
    }
}
