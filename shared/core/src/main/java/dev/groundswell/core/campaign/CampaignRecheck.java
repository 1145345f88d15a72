package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.Addressees.Addressee;
import dev.groundswell.core.campaign.Addressees.Person;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.link.ShortLinks;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.send.Recheck;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What speaks against a campaign's messages at the last moment: that it was stopped, that the person paid, said no or was
 * barred, or that it is not the time. For those that go, the short links are kept.
 */
final class CampaignRecheck implements Recheck {

    /** What it reads and writes. */
    record Ports(Campaigns campaigns, Addressees addressees, ShortLinks links, InstantSource time) {}

    private final Ports ports;
    private final Store store;
    private final Campaign campaign;
    private final Run run;
    private final MessageSettings settings;
    private final Map<MessageId, List<ShortLink>> links;

    /** @param links of the messages that it may be asked for */
    CampaignRecheck(
            Ports ports,
            Store store,
            Campaign campaign,
            Run run,
            MessageSettings settings,
            Map<MessageId, List<ShortLink>> links) {
        this.ports = ports;
        this.store = store;
        this.campaign = campaign;
        this.run = run;
        this.settings = settings;
        this.links = links;
    }

    @Override
    public Map<MessageId, Verdict> check(StoreId storeId, List<Draft> claimed) {
        var ofAll = ofCampaign().or(this::ofHours);
        return ofAll.isPresent() ? forAll(claimed, ofAll.get()) : ofPeople(storeId, claimed);
    }

    private static Map<MessageId, Verdict> forAll(List<Draft> claimed, Verdict verdict) {
        var verdicts = new HashMap<MessageId, Verdict>();
        claimed.forEach(draft -> verdicts.put(draft.id(), verdict));
        return verdicts;
    }

    /** Empty where it goes on. */
    private Optional<Verdict> ofCampaign() {
        return ports.campaigns().isSending(store.id(), campaign.id()) ? Optional.empty() : Optional.of(ofStopped());
    }

    private Verdict ofStopped() {
        var state = ports.campaigns()
                .find(store.id(), campaign.id())
                .map(Campaign::state)
                .orElseThrow();
        return state.closing()
                .<Verdict>map(Verdict.Exclude::new)
                .orElseGet(() -> new Verdict.Hold("The campaign was stopped, and is " + state.status() + " now."));
    }

    /** Empty where it is the time. */
    private Optional<Verdict> ofHours() {
        return Hours.of(settings, campaign.settings())
                .filter(hours -> !hours.contain(ports.time().instant(), store.zone()))
                .map(hours -> hours.outside() == SendingHours.Outside.DROP
                        ? new Verdict.Exclude(ExclusionReason.QUIET_HOURS)
                        : new Verdict.Hold("It is outside of the sending hours."));
    }

    /** What speaks against the people only. */
    Map<MessageId, Verdict> ofPeople(StoreId storeId, List<Draft> claimed) {
        var verdicts = new HashMap<MessageId, Verdict>();
        ports.addressees().read(storeId, claimed).forEach((id, addressee) -> verdicts.put(id, verdict(addressee)));
        keepLinks(storeId, verdicts);
        return verdicts;
    }

    private Verdict verdict(Addressee addressee) {
        return addressee
                .standing()
                .exclusion()
                .or(() -> exclusion(addressee.person()))
                .<Verdict>map(Verdict.Exclude::new)
                .orElse(GO);
    }

    /** Somebody who is not known any more was erased, and wants no messages. */
    private Optional<ExclusionReason> exclusion(Optional<Person> person) {
        if (person.filter(this::isConsenting).isEmpty()) {
            return Optional.of(ExclusionReason.UNSUBSCRIBED);
        }
        return person.flatMap(Person::lastPaidAt).filter(this::isTooLate).map(_ -> ExclusionReason.BOUGHT_SINCE);
    }

    private boolean isConsenting(Person person) {
        var consent = person.consent(campaign.settings().channel());
        return isConsentRequired()
                ? consent.filter(said -> !said.isWithdrawn()).isPresent()
                : consent.filter(Consent::isWithdrawn).isEmpty();
    }

    private boolean isConsentRequired() {
        var own = campaign.settings().consentRequired();
        var isRequired = own != null
                ? own
                : settings.consentRequired().contains(campaign.settings().channel());
        return isRequired && campaign.settings().kind() == MessageKind.MARKETING;
    }

    private boolean isTooLate(Instant paidAt) {
        return campaign.settings()
                .boughtSince()
                .from(run.launchedAt())
                .filter(since -> !paidAt.isBefore(since))
                .isPresent();
    }

    private void keepLinks(StoreId storeId, Map<MessageId, Verdict> verdicts) {
        var going = verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Verdict.Go)
                .flatMap(entry -> links.getOrDefault(entry.getKey(), List.of()).stream())
                .toList();
        if (!going.isEmpty()) {
            ports.links().write(storeId, going);
        }
    }
}
