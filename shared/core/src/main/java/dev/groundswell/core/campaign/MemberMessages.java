package dev.groundswell.core.campaign;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.Column;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.link.ShortLinks;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.text.MessageTemplate;
import dev.groundswell.core.message.text.Rendering;
import dev.groundswell.core.message.text.TemplateReading;
import dev.groundswell.core.message.text.Variables;
import dev.groundswell.core.segment.freeze.MemberVariables;
import dev.groundswell.core.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of a campaign, one for each member; the same ones whoever makes them, and however often. */
final class MemberMessages {

    private static final Long YES = 1L;

    private final Store store;
    private final Campaign campaign;
    private final Run run;
    private final MessageTemplate template;
    private final HoldOut holdOut;
    private final ShortLinks links;

    /** @throws IllegalStateException if the wording is no template, which was checked when it was saved */
    MemberMessages(Store store, Campaign campaign, Run run, ShortLinks links) {
        this.store = store;
        this.campaign = campaign;
        this.run = run;
        this.template = template(campaign, run);
        this.holdOut = HoldOut.of(campaign.id(), campaign.settings().holdOutPercent());
        this.links = links;
    }

    private static MessageTemplate template(Campaign campaign, Run run) {
        var settings = campaign.settings();
        return switch (MessageTemplate.read(settings.wording(), settings.kind(), run.frame())) {
            case TemplateReading.Read(var template) -> template;
            case TemplateReading.Refused(var errors) ->
                throw new IllegalStateException("The wording of campaign " + campaign.id() + " cannot be read: "
                        + errors.getFirst().message());
        };
    }

    /** What there is for a member. */
    sealed interface Prepared {

        /** @param links that have to be kept before it goes out */
        record Ready(Draft draft, List<ShortLink> links) implements Prepared {}

        /** Whoever prepares it, and whenever, comes to the same. */
        record Excluded(ExclusionReason reason) implements Prepared {}
    }

    /** @param place where its outcome is counted */
    Prepared prepare(AudienceRow member, ChunkKey.Place place) {
        Address address = address(member);
        if (address == null) {
            return new Prepared.Excluded(unreachable(member));
        }
        return holdOut.has(member.buyer())
                ? new Prepared.Excluded(ExclusionReason.HOLD_OUT)
                : rendered(member, address, place);
    }

    private @Nullable Address address(AudienceRow member) {
        return switch (template.channel()) {
            case SMS -> member.phone();
            case EMAIL -> member.email();
        };
    }

    private ExclusionReason unreachable(AudienceRow member) {
        var isWritten = switch (template.channel()) {
            case SMS -> member.number(Column.UNREADABLE_PHONE);
            case EMAIL -> member.number(Column.UNREADABLE_EMAIL);
        };
        return YES.equals(isWritten) ? ExclusionReason.INVALID_ADDRESS : ExclusionReason.NO_ADDRESS;
    }

    private Prepared rendered(AudienceRow member, Address address, ChunkKey.Place place) {
        var id = new MessageId(AddressKey.of(address), campaign.id().purpose());
        var ofMessage = links(member, id);
        return switch (template.render(address, variables(member, id, ofMessage))) {
            case Rendering.MissingVariables _ -> new Prepared.Excluded(ExclusionReason.MISSING_VARIABLE);
            case Rendering.Rendered(var content) ->
                new Prepared.Ready(
                        new Draft(
                                id, address, member.buyer(), campaign.settings().kind(), content, place.toString()),
                        ofMessage);
        };
    }

    private List<ShortLink> links(AudienceRow member, MessageId id) {
        var target = campaign.settings().link();
        return target == null || !template.variables().contains(Variables.LINK)
                ? List.of()
                : links.prepare(store.id(), id, member.buyer(), List.of(target));
    }

    private Variables variables(AudienceRow member, MessageId id, List<ShortLink> ofMessage) {
        Variables variables = new MemberVariables(member, store);
        if (!ofMessage.isEmpty()) {
            variables = variables.with(Variables.LINK, ofMessage.getFirst().at(run.origin()));
        }
        return needsWayOut()
                ? variables.with(
                        Variables.UNSUBSCRIBE_LINK, links.wayOut(store.id(), id).at(run.origin()))
                : variables;
    }

    /** E-mail has it in its headers too. */
    private boolean needsWayOut() {
        return switch (template.channel()) {
            case EMAIL -> true;
            case SMS -> template.variables().contains(Variables.UNSUBSCRIBE_LINK);
        };
    }
}
