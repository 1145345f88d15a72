package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.BillSeparately.Kept;
import dev.groundswell.core.campaign.MemberMessages.Prepared;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.send.Delivery;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.message.send.Terms;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.segment.freeze.FrozenMembers;
import dev.groundswell.core.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends a campaign's unknown message again, since a person decided so: the same words, under the id of its one successor, so
 * that nobody gets a third. No cap, hour or end of the campaign is in the way, but whoever said no or has paid meanwhile gets
 * nothing. It is paid for by itself, since its provider may take both; with an empty wallet nothing is sent.
 */
public final class ResendMessage {

    private final Campaigns campaigns;
    private final CampaignChunks chunks;
    private final FrozenMembers members;
    private final MessageSettingsStore settings;
    private final Messages messages;
    private final CampaignRecheck.Ports recheck;
    private final SendMessages sending;
    private final SettleExpiredClaims expired;
    private final CountOutcome counting;
    private final BillSeparately billing;
    private final InstantSource time;

    public ResendMessage(
            SendChunk.Ports ports,
            SendMessages sending,
            SettleExpiredClaims expired,
            CountOutcome counting,
            BillSeparately billing,
            InstantSource time) {
        this.campaigns = ports.campaigns();
        this.chunks = ports.chunks();
        this.members = ports.members();
        this.settings = ports.settings();
        this.messages = ports.messages();
        this.recheck = new CampaignRecheck.Ports(ports.campaigns(), ports.addressees(), ports.links(), time);
        this.sending = sending;
        this.expired = expired;
        this.counting = counting;
        this.billing = billing;
        this.time = time;
    }

    /** @return whether it has to be tried again later */
    public boolean resend(Store store, CampaignStep.Resend step) {
        var unknown =
                find(store, step.message()).filter(message -> message.resentAs().isPresent());
        var campaign = campaigns.find(store.id(), step.campaign());
        return unknown.isPresent() && campaign.isPresent() && resend(store, campaign.get(), unknown.get());
    }

    private Optional<Message> find(Store store, MessageId id) {
        return Optional.ofNullable(messages.find(store.id(), List.of(id)).get(id));
    }

    private boolean resend(Store store, Campaign campaign, Message unknown) {
        return campaign.state()
                .run()
                .flatMap(run -> prepared(store, campaign, run, unknown)
                        .map(prepared -> send(store, campaign, run, again(unknown, prepared))))
                .orElse(false);
    }

    /** As it was prepared before. */
    private Optional<Prepared.Ready> prepared(Store store, Campaign campaign, Run run, Message unknown) {
        return ChunkKey.Place.parse(unknown.facts().place())
                .flatMap(place -> chunks.find(store.id(), campaign.id(), place.chunk())
                        .map(chunk -> prepared(store, campaign, run, chunk, place)))
                .filter(Prepared.Ready.class::isInstance)
                .map(Prepared.Ready.class::cast);
    }

    private Prepared prepared(Store store, Campaign campaign, Run run, Chunk chunk, ChunkKey.Place place) {
        var rows = members.chunk(
                        store.id(),
                        run.audience(),
                        chunk.id().range(),
                        chunk.id().number())
                .rows();
        return new MemberMessages(store, campaign, run, recheck.links()).prepare(rows.get(place.member()), place);
    }

    /** With the links of the first one, as the words are the same. */
    private static Prepared.Ready again(Message unknown, Prepared.Ready first) {
        var draft = first.draft();
        return new Prepared.Ready(
                new Draft(
                        unknown.resentAs().orElseThrow(),
                        draft.address(),
                        draft.buyer(),
                        draft.kind(),
                        draft.content(),
                        draft.place()),
                first.links());
    }

    private boolean send(Store store, Campaign campaign, Run run, Prepared.Ready again) {
        var draft = again.draft();
        var by = "message of campaign " + campaign.id() + ", sent again";
        return billing.reserve(store, campaign.settings().channel(), draft.id().toString(), by, List.of(draft))
                .map(kept -> send(store, campaign, run, again, kept))
                .orElse(false);
    }

    private boolean send(Store store, Campaign campaign, Run run, Prepared.Ready again, Kept kept) {
        var draft = again.draft();
        var people = new CampaignRecheck(
                recheck, store, campaign, run, settings.find(store.id()), Map.of(draft.id(), again.links()));
        var terms = new Terms(Optional.empty(), people::ofPeople, time.instant().plus(CampaignLimits.SLICE_TIME));
        expired.settle(store.id(), messages.find(store.id(), List.of(draft.id())));
        var delivery = Objects.requireNonNull(
                sending.send(store, Urgency.CAMPAIGN, List.of(draft), terms).get(draft.id()));
        find(store, draft.id())
                .filter(message -> message.state() == MessageState.SENT)
                .ifPresent(message -> counting.count(store.id(), message));
        if (delivery instanceof Delivery.NotNow || delivery.isElsewhere()) {
            return true;
        }
        billing.settle(store.id(), kept, List.of(draft), Map.of(draft.id(), delivery));
        return false;
    }
}
