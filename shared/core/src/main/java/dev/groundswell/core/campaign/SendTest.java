package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.BillSeparately.Kept;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.link.ShortLinks;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.send.Delivery;
import dev.groundswell.core.message.send.Recheck;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.message.send.Terms;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.message.text.KnownVariable;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.message.text.MessageTemplate;
import dev.groundswell.core.message.text.Rendering;
import dev.groundswell.core.message.text.TemplateReading;
import dev.groundswell.core.message.text.Variables;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.freeze.MemberVariables;
import dev.groundswell.core.store.Store;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends a campaign's message to some addresses, with values that are typical, and notes which carriers or mailbox families took
 * it. It is paid for as any message is, and caps do not count it.
 */
public final class SendTest {

    /** Whoever looks at the books sees that it was nobody's. */
    private static final BuyerId NOBODY = new BuyerId("test");

    private static final Set<MessageState> TAKEN = Set.of(MessageState.SENT, MessageState.DELIVERED);

    private final Campaigns campaigns;
    private final MessageSettingsStore settings;
    private final Messages messages;
    private final ShortLinks links;
    private final SendMessages sending;
    private final SettleExpiredClaims expired;
    private final BillSeparately billing;
    private final String linkOrigin;
    private final InstantSource time;

    /** What it stands on. */
    public record Ports(Campaigns campaigns, MessageSettingsStore settings, Messages messages, ShortLinks links) {}

    /** @param linkOrigin of short links, for stores without a domain of their own */
    public SendTest(
            Ports ports,
            SendMessages sending,
            SettleExpiredClaims expired,
            BillSeparately billing,
            String linkOrigin,
            InstantSource time) {
        this.campaigns = ports.campaigns();
        this.settings = ports.settings();
        this.messages = ports.messages();
        this.links = ports.links();
        this.sending = sending;
        this.expired = expired;
        this.billing = billing;
        this.linkOrigin = linkOrigin;
        this.time = time;
    }

    /**
     * The same test again sends nothing twice.
     *
     * @return whether it has to be tried again later: a worker may be at it, or have died at it
     */
    public boolean send(Store store, CampaignStep.Test test) {
        return campaigns
                .find(store.id(), test.campaign())
                .map(campaign -> send(store, campaign, test))
                .orElse(false);
    }

    private boolean send(Store store, Campaign campaign, CampaignStep.Test test) {
        var drafts = drafts(store, campaign, test);
        var reservation = campaign.id().purposeOfTest(test.test());
        var by = "test of campaign " + campaign.id();
        return billing.reserve(store, campaign.settings().channel(), reservation, by, drafts)
                .map(kept -> send(store, campaign, drafts, kept))
                .orElse(false);
    }

    private boolean send(Store store, Campaign campaign, List<Draft> drafts, Kept kept) {
        giveUpTheSilent(store, drafts);
        var deliveries = deliver(store, drafts);
        if (deliveries.values().stream().anyMatch(Delivery::isElsewhere)) {
            return true;
        }
        billing.settle(store.id(), kept, drafts, deliveries);
        note(store, campaign, taken(drafts, deliveries));
        return false;
    }

    /** What a worker that died had claimed is listed as unknown. */
    private void giveUpTheSilent(Store store, List<Draft> drafts) {
        var ids = drafts.stream().map(Draft::id).toList();
        expired.settle(store.id(), messages.find(store.id(), ids));
    }

    private Map<MessageId, Delivery> deliver(Store store, List<Draft> drafts) {
        Recheck nothingAgainstIt =
                (_, claimed) -> claimed.stream().collect(Collectors.toMap(Draft::id, _ -> Recheck.GO));
        var terms = new Terms(Optional.empty(), nothingAgainstIt, time.instant().plus(CampaignLimits.SLICE_TIME));
        return sending.send(store, Urgency.REMINDER, drafts, terms);
    }

    // ---- what is sent

    private List<Draft> drafts(Store store, Campaign campaign, CampaignStep.Test test) {
        var current = settings.find(store.id());
        var wanted = campaign.settings();
        var template = template(campaign, MessageTemplate.read(wanted.wording(), wanted.kind(), current.frame()));
        var origin = current.linkDomain() == null ? linkOrigin : "https://" + current.linkDomain();
        return test.addresses().stream()
                .map(address -> draft(store, campaign, test, template, origin, address))
                .toList();
    }

    private static MessageTemplate template(Campaign campaign, TemplateReading reading) {
        return switch (reading) {
            case TemplateReading.Read(var template) -> template;
            case TemplateReading.Refused(var errors) ->
                throw new IllegalStateException("The wording of campaign " + campaign.id() + " cannot be read: "
                        + errors.getFirst().message());
        };
    }

    private Draft draft(
            Store store,
            Campaign campaign,
            CampaignStep.Test test,
            MessageTemplate template,
            String origin,
            Address address) {
        var id = new MessageId(AddressKey.of(address), campaign.id().purposeOfTest(test.test()));
        var variables = typical()
                .with(Variables.LINK, link(store, campaign, id, origin))
                .with(Variables.UNSUBSCRIBE_LINK, links.wayOut(store.id(), id).at(origin));
        return switch (template.render(address, variables)) {
            case Rendering.Rendered(var content) ->
                new Draft(id, address, NOBODY, campaign.settings().kind(), content, "");
            case Rendering.MissingVariables(var names) ->
                throw new IllegalStateException("Nobody ever has a value for " + names + ".");
        };
    }

    private static Variables typical() {
        return Variables.of(MemberVariables.ALL.stream()
                .collect(Collectors.toMap(
                        KnownVariable::name, known -> known.type().typical())));
    }

    /** It leads where the campaign's will lead. */
    private String link(Store store, Campaign campaign, MessageId id, String origin) {
        var target = Optional.ofNullable(campaign.settings().link()).orElse(URI.create(origin));
        var prepared = links.prepare(store.id(), id, NOBODY, List.of(target));
        links.write(store.id(), prepared);
        return prepared.getFirst().at(origin);
    }

    // ---- what came of it

    private static Set<String> taken(List<Draft> drafts, Map<MessageId, Delivery> deliveries) {
        return drafts.stream()
                .filter(draft -> isTaken(deliveries.get(draft.id())))
                .map(draft -> Provider.destination(draft.address()))
                .filter(destination -> !destination.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean isTaken(@Nullable Delivery delivery) {
        return delivery != null && delivery.state().filter(TAKEN::contains).isPresent();
    }

    /** Unless it says something else by now. */
    private void note(Store store, Campaign campaign, Set<String> destinations) {
        for (var attempt = 0; attempt < CampaignLimits.MAX_ATTEMPTS && !destinations.isEmpty(); attempt++) {
            var current = campaigns.find(store.id(), campaign.id()).orElseThrow();
            if (!current.settings().equals(campaign.settings())
                    || campaigns.save(store, current.testedWith(destinations, time.instant()))) {
                return;
            }
        }
    }
}
