package dev.groundswell.core.campaign;

import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.segment.freeze.AudienceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a campaign stands. What can be done to it is a method of the states in which it can; each step is one conditional
 * write, so that two who do something at once do it one after the other.
 */
public sealed interface CampaignState {

    CampaignStatus status();

    /** What was fixed, from when its audience is frozen. */
    default Optional<Run> run() {
        return Optional.empty();
    }

    /** One that goes on by itself, and can be paused. */
    sealed interface Active extends CampaignState {

        default Paused pause(Instant now) {
            return new Paused(this, now);
        }
    }

    /** One whose members may be sent something, or may have been. */
    sealed interface Sendable extends CampaignState {}

    /** Nothing happens to it until it is scheduled. */
    record Draft() implements CampaignState {

        Scheduled schedule(Instant launchAt, Instant launchUntil) {
            return new Scheduled(launchAt, launchUntil);
        }

        @Override
        public CampaignStatus status() {
            return CampaignStatus.DRAFT;
        }
    }

    /**
     * It waits for its time.
     *
     * @param launchUntil a launch later than this is not made up for
     */
    record Scheduled(Instant launchAt, Instant launchUntil) implements Active {

        Freezing launch(Instant now) {
            return new Freezing(now, Optional.empty());
        }

        @Override
        public CampaignStatus status() {
            return CampaignStatus.SCHEDULED;
        }
    }

    /** @param audience empty until its freezing is begun */
    record Freezing(Instant launchedAt, Optional<AudienceId> audience) implements Active {

        Freezing begun(AudienceId audience) {
            return new Freezing(launchedAt, Optional.of(audience));
        }

        /** Nobody is woken for it before it is written down: they would find nothing to plan. */
        Planning frozen(Run run) {
            return new Planning(run, Instant.EPOCH);
        }

        @Override
        public CampaignStatus status() {
            return CampaignStatus.FREEZING;
        }
    }

    /**
     * Its messages are made once, to learn what they cost.
     *
     * @param wokenAt when workers were last woken for it; long ago if they never were
     */
    record Planning(Run theRun, Instant wokenAt) implements Active {

        Planning woken(Instant now) {
            return new Planning(theRun, now);
        }

        Reserving costing(Run.Cost cost) {
            return new Reserving(theRun.costing(cost));
        }

        @Override
        public CampaignStatus status() {
            return CampaignStatus.FREEZING;
        }

        @Override
        public Optional<Run> run() {
            return Optional.of(theRun);
        }
    }

    /** What it costs is being reserved. */
    record Reserving(Run theRun) implements Active {

        Sending reserved() {
            return new Sending(theRun);
        }

        @Override
        public CampaignStatus status() {
            return CampaignStatus.FREEZING;
        }

        @Override
        public Optional<Run> run() {
            return Optional.of(theRun);
        }
    }

    /** Its members are being sent their messages. */
    record Sending(Run theRun) implements Active, Sendable {

        Lapsing lapse() {
            return new Lapsing(theRun);
        }

        Completed complete(Instant now) {
            return new Completed(theRun, now);
        }

        @Override
        public CampaignStatus status() {
            return CampaignStatus.SENDING;
        }

        @Override
        public Optional<Run> run() {
            return Optional.of(theRun);
        }
    }

    /** Its time is over; who has not been sent it is being excluded. */
    record Lapsing(Run theRun) implements Sendable {

        Completed complete(Instant now) {
            return new Completed(theRun, now);
        }

        @Override
        public CampaignStatus status() {
            return CampaignStatus.SENDING;
        }

        @Override
        public Optional<Run> run() {
            return Optional.of(theRun);
        }
    }

    /** Somebody stopped it, and it can go on where it was. */
    record Paused(Active before, Instant at) implements CampaignState {

        @Override
        public CampaignStatus status() {
            return CampaignStatus.PAUSED;
        }

        @Override
        public Optional<Run> run() {
            return before.run();
        }
    }

    /** Every member has an outcome. */
    record Completed(Run theRun, Instant at) implements Sendable {

        Closed close() {
            return new Closed(this);
        }

        @Override
        public CampaignStatus status() {
            return CampaignStatus.COMPLETED;
        }

        @Override
        public Optional<Run> run() {
            return Optional.of(theRun);
        }
    }

    /**
     * Somebody ended it.
     *
     * @param theRun empty if its audience was not frozen yet
     * @param isSent whether it had been sending, so that members may have been sent something
     * @param isOver whether those who were not are all excluded, and what was reserved for them is given back
     */
    record Cancelled(Optional<Run> theRun, boolean isSent, Instant at, boolean isOver) implements Sendable {

        Cancelled over() {
            return new Cancelled(theRun, isSent, at, true);
        }

        Closed close() {
            return new Closed(this);
        }

        @Override
        public CampaignStatus status() {
            return CampaignStatus.CANCELLED;
        }

        @Override
        public Optional<Run> run() {
            return theRun;
        }
    }

    /**
     * It could not be sent, and nobody was sent anything.
     *
     * @param reason a sentence for people: what is wrong, and what would help
     */
    record Failed(String reason, Optional<Run> theRun, Instant at) implements CampaignState {

        @Override
        public CampaignStatus status() {
            return CampaignStatus.FAILED;
        }

        @Override
        public Optional<Run> run() {
            return theRun;
        }
    }

    /** Nobody is told of its messages any more, and those that are unknown are paid for. */
    record Closed(Sendable ended) implements Sendable {

        @Override
        public CampaignStatus status() {
            return ended.status();
        }

        @Override
        public Optional<Run> run() {
            return ended.run();
        }
    }

    /** Why those who wait will never be sent anything; empty while they may be. */
    default Optional<ExclusionReason> closing() {
        return switch (this) {
            case Lapsing _ -> Optional.of(ExclusionReason.LAPSED);
            case Cancelled _, Failed _ -> Optional.of(ExclusionReason.CANCELLED);
            case Closed(var ended) -> ended.closing();
            default -> Optional.empty();
        };
    }

    /** Whether it is over and nobody was sent anything, so that all who were not excluded before are now. */
    default boolean isUnsent() {
        return switch (this) {
            case Failed _ -> true;
            case Cancelled cancelled -> !cancelled.isSent();
            default -> false;
        };
    }
}
