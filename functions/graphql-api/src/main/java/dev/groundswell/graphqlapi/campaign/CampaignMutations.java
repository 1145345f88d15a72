package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.campaign.Campaign;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.Campaigns;
import dev.groundswell.core.campaign.DirectCampaign;
import dev.groundswell.core.campaign.EstimateCampaign;
import dev.groundswell.core.campaign.NoteExpectedCost;
import dev.groundswell.core.campaign.SaveCampaign;
import dev.groundswell.core.campaign.ScheduleCampaign;
import dev.groundswell.core.campaign.TestCampaign;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserError;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** The mutations that make campaigns, test, schedule and direct them. */
public final class CampaignMutations {

    private static final String ID = "id";
    private static final String CAMPAIGN = "campaign";

    /** How people write numbers without a country's code. */
    private static final String COUNTRY = "CN";

    private final Campaigns campaigns;
    private final SaveCampaign saving;
    private final EstimateCampaign estimating;
    private final TestCampaign testing;
    private final ScheduleCampaign scheduling;
    private final DirectCampaign directing;
    private final NoteExpectedCost noting;

    CampaignMutations(
            Campaigns campaigns,
            SaveCampaign saving,
            EstimateCampaign estimating,
            TestCampaign testing,
            ScheduleCampaign scheduling,
            DirectCampaign directing,
            NoteExpectedCost noting) {
        this.campaigns = campaigns;
        this.saving = saving;
        this.estimating = estimating;
        this.testing = testing;
        this.scheduling = scheduling;
        this.directing = directing;
        this.noting = noting;
    }

    // ---- saved

    public Payload save(Caller caller, Input input) {
        var wanted = new CampaignInput(caller.store(), input);
        var errors = wanted.errors();
        if (!errors.isEmpty()) {
            return Payload.refused(errors);
        }
        var known = input.find(ID);
        if (known.isPresent() && !CampaignId.isValid(known.get())) {
            return unknown(known.get());
        }
        var request = new SaveCampaign.Request(
                known.map(CampaignId::new).orElse(null),
                input.values().get("revision") instanceof Integer revision ? revision.longValue() : null,
                wanted.settings(),
                caller.name());
        return switch (saving.save(caller.store(), request)) {
            case SaveCampaign.Result.Saved(var campaign) -> noted(caller.store(), campaign);
            case SaveCampaign.Result.NotFound() -> unknown(known.orElse(""));
            case SaveCampaign.Result.Changed(var asItIs) ->
                refusedAsItIs(
                        caller.store(),
                        asItIs,
                        "It is " + asItIs.status() + " at revision " + asItIs.revision()
                                + ": somebody changed it, or it is launched.");
            case SaveCampaign.Result.Refused(var misfit, var message) ->
                Payload.refused(UserErrorCode.INVALID, field(misfit), message);
        };
    }

    private static String field(SaveCampaign.Misfit misfit) {
        return switch (misfit) {
            case RULE -> "query";
            case WORDING -> "";
            case LINK -> "link";
            case TIMING -> "at";
            case ATTRIBUTION -> "attributionDays";
        };
    }

    // ---- looked at before

    public Payload estimate(Store store, Input input) {
        return found(store, input).map(campaign -> estimate(store, campaign)).orElseGet(() -> unknown(input.text(ID)));
    }

    private Payload estimate(Store store, Campaign campaign) {
        return switch (estimating.estimate(store, campaign)) {
            case EstimateCampaign.Result.Estimated(var estimate) ->
                Payload.of("estimate", new StoreEstimate(store, estimate));
            case EstimateCampaign.Result.Refused(var errors) ->
                Payload.refused(UserErrorCode.INVALID, ID, errors.getFirst().message());
        };
    }

    public Payload test(Store store, Input input) {
        return found(store, input)
                .map(campaign -> test(store, campaign, input))
                .orElseGet(() -> unknown(input.text(ID)));
    }

    private Payload test(Store store, Campaign campaign, Input input) {
        var written = (List<?>) Objects.requireNonNull(input.values().get("addresses"));
        var addresses = written.stream()
                .map(each -> address(campaign.settings().channel(), (String) each))
                .flatMap(Optional::stream)
                .toList();
        if (addresses.size() < written.size()) {
            return wrongAddresses(campaign);
        }
        return switch (testing.test(store.id(), campaign.id(), addresses)) {
            case TestCampaign.Result.Begun(var _, var messages) ->
                Payload.of(
                        "messageIds", messages.stream().map(MessageId::toString).toList());
            case TestCampaign.Result.NotFound() -> unknown(campaign.id().value());
            case TestCampaign.Result.WrongAddresses() -> wrongAddresses(campaign);
        };
    }

    private static Optional<Address> address(Channel channel, String written) {
        return switch (channel) {
            case SMS -> Phone.parse(written, COUNTRY).map(phone -> phone);
            case EMAIL -> Email.parse(written).map(email -> email);
        };
    }

    private static Payload wrongAddresses(Campaign campaign) {
        var what = campaign.settings().channel() == Channel.SMS ? "phone numbers" : "e-mail addresses";
        return Payload.refused(UserErrorCode.INVALID, "addresses", "Give 1 to 20 " + what + " that can be read.");
    }

    // ---- scheduled and directed

    public Payload schedule(Store store, Input input) {
        return of(store, input, (whose, id) -> switch (scheduling.schedule(whose, id)) {
            case ScheduleCampaign.Result.Done(var campaign) -> noted(whose, campaign);
            case ScheduleCampaign.Result.NotFound() -> unknown(id.value());
            case ScheduleCampaign.Result.NotADraft(var asItIs) -> wrongState(whose, asItIs);
            case ScheduleCampaign.Result.TooLate() ->
                Payload.refused(UserErrorCode.WRONG_STATE, ID, "Its time is over: save it with another one.");
            case ScheduleCampaign.Result.Faulty(var problems) ->
                Payload.refused(problems.stream()
                        .map(problem -> new UserError("", problem.message(), UserErrorCode.INVALID))
                        .toList());
            case ScheduleCampaign.Result.Untested(var missing) ->
                Payload.refused(
                        UserErrorCode.INCOMPLETE,
                        ID,
                        "The store's settings ask for a test of it first. Missing: "
                                + String.join(", ", missing.stream().sorted().toList()) + ".");
        });
    }

    public Payload pause(Store store, Input input) {
        return of(store, input, (whose, id) -> directed(whose, id, directing.pause(whose, id)));
    }

    public Payload resume(Store store, Input input) {
        return of(store, input, (whose, id) -> directed(whose, id, directing.resume(whose, id)));
    }

    public Payload cancel(Store store, Input input) {
        return of(store, input, (whose, id) -> switch (directing.cancel(whose, id)) {
            case DirectCampaign.Result.Done(var campaign) -> noted(whose, campaign);
            case DirectCampaign.Result other -> directed(whose, id, other);
        });
    }

    private static Payload directed(Store store, CampaignId id, DirectCampaign.Result result) {
        return switch (result) {
            case DirectCampaign.Result.Done(var campaign) -> done(store, campaign);
            case DirectCampaign.Result.NotFound() -> unknown(id.value());
            case DirectCampaign.Result.NotPossible(var asItIs) -> wrongState(store, asItIs);
        };
    }

    private static Payload of(Store store, Input input, BiFunction<Store, CampaignId, Payload> change) {
        var id = input.text(ID);
        return CampaignId.isValid(id) ? change.apply(store, new CampaignId(id)) : unknown(id);
    }

    private Optional<Campaign> found(Store store, Input input) {
        return Optional.of(input.text(ID))
                .filter(CampaignId::isValid)
                .flatMap(id -> campaigns.find(store.id(), new CampaignId(id)));
    }

    /** The wallet is told what it may cost from now on. */
    private Payload noted(Store store, Campaign campaign) {
        noting.note(store, campaign.id());
        return done(store, campaign);
    }

    private static Payload done(Store store, Campaign campaign) {
        return Payload.of(CAMPAIGN, new StoreCampaign(store, campaign));
    }

    private static Payload wrongState(Store store, Campaign asItIs) {
        return refusedAsItIs(store, asItIs, "It is " + asItIs.status() + ", and this cannot be done to it.");
    }

    private static Payload refusedAsItIs(Store store, Campaign asItIs, String message) {
        return Payload.refused(UserErrorCode.WRONG_STATE, ID, message).with(CAMPAIGN, new StoreCampaign(store, asItIs));
    }

    private static Payload unknown(String id) {
        return Payload.refused(UserErrorCode.NOT_FOUND, ID, "There is no campaign " + id + ".");
    }
}
