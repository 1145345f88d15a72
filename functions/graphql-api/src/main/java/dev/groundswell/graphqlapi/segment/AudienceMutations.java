package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.Segment;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.ExportAudience;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.segment.freeze.FreezeAudience;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import org.jspecify.annotations.Nullable;

/** The mutations that freeze audiences and write files of them. */
public final class AudienceMutations {

    private static final String SEGMENT = "segmentId";
    private static final String NAME = "name";
    private static final String AUDIENCE = "audienceId";

    /** What an audience is called by that has neither a name nor a segment: the beginning of its rule. */
    private static final int MAX_OF_RULE = 100;

    private final SegmentCatalogue catalogue;
    private final RuleDesk rules;
    private final FreezeAudience freezing;
    private final ExportAudience exporting;

    AudienceMutations(SegmentCatalogue catalogue, RuleDesk rules, FreezeAudience freezing, ExportAudience exporting) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.freezing = freezing;
        this.exporting = exporting;
    }

    public Payload freeze(Caller caller, Input input) {
        var name = input.find(NAME);
        if (name.isPresent() && !Segment.isName(name.get())) {
            return Payload.refused(
                    UserErrorCode.INVALID, NAME, "A name has 1 to 100 characters, and no blanks around it.");
        }
        var id = input.find(SEGMENT);
        var rule = rules.check(caller.store(), input.values());
        if (id.isPresent() ? hasRule(input) : rule.isEmpty()) {
            return Payload.refused(
                    UserErrorCode.INVALID, SEGMENT, "Give one of 'segmentId', 'rule' and 'query', and only one.");
        }
        return rule.map(check -> freeze(caller, input, check)).orElseGet(() -> freezeSegment(caller, input));
    }

    private static boolean hasRule(Input input) {
        return input.values().get(RuleArgument.RULE) != null || input.values().get(RuleArgument.QUERY) != null;
    }

    private Payload freezeSegment(Caller caller, Input input) {
        var id = input.text(SEGMENT);
        return catalogue
                .find(caller.store(), id)
                .map(segment -> freeze(caller, input, segment))
                .orElseGet(
                        () -> Payload.refused(UserErrorCode.NOT_FOUND, SEGMENT, "There is no segment '" + id + "'."));
    }

    private Payload freeze(Caller caller, Input input, ListedSegment segment) {
        var check = rules.check(caller.store(), segment.rule());
        return check.rule()
                .map(rule -> freeze(caller, input.find(NAME).orElse(segment.name()), segment.id(), rule))
                .orElseGet(() -> RuleRefusals.ofMutation(SEGMENT, check.errors()));
    }

    private Payload freeze(Caller caller, Input input, RuleCheckResult check) {
        return check.rule()
                .map(rule -> freeze(caller, input.find(NAME).orElseGet(() -> beginning(rule)), null, rule))
                .orElseGet(() -> RuleRefusals.ofMutation(RuleArgument.field(input.values()), check.errors()));
    }

    private Payload freeze(Caller caller, String name, @Nullable String segment, SegmentRule rule) {
        var request = new FreezeAudience.Request(name, segment, rule, caller.name());
        return switch (freezing.freeze(caller.store().id(), request)) {
            case FreezeAudience.Result.Begun(var audience) -> Payload.of("audience", audience);
            case FreezeAudience.Result.TooMany(var underWay) ->
                Payload.refused(
                        UserErrorCode.TOO_MANY,
                        SEGMENT,
                        underWay + " audiences are being frozen: wait until one of them is ready.");
        };
    }

    public Payload export(StoreId store, Input input) {
        var id = input.text(AUDIENCE);
        if (!AudienceId.isValid(id)) {
            return unknown(id);
        }
        var audience = new AudienceId(id);
        return switch (exporting.export(store, audience, input.constant("format", ExportFormat.class))) {
            case ExportAudience.Result.Begun(var export) ->
                Payload.of("export", new ExportOfAudience(audience, export));
            case ExportAudience.Result.UnknownAudience() -> unknown(id);
            case ExportAudience.Result.NotReady(var _) ->
                Payload.refused(
                        UserErrorCode.WRONG_STATE,
                        AUDIENCE,
                        "Only an audience that is ready can be written to a file.");
            case ExportAudience.Result.TooMany(var members, var most) ->
                Payload.refused(
                        UserErrorCode.TOO_MANY,
                        AUDIENCE,
                        "It has " + members + " members, and a file at most " + most + ": freeze smaller parts.");
        };
    }

    private static Payload unknown(String id) {
        return Payload.refused(UserErrorCode.NOT_FOUND, AUDIENCE, "There is no audience " + id + ".");
    }

    private static String beginning(SegmentRule rule) {
        var text = RuleText.write(rule);
        return text.isEmpty() ? "everyone" : text.substring(0, Math.min(MAX_OF_RULE, text.length()));
    }
}
