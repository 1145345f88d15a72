package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.DeleteSegment;
import dev.groundswell.core.segment.SaveSegment;
import dev.groundswell.core.segment.Segment;
import dev.groundswell.core.segment.SegmentId;
import dev.groundswell.core.segment.SegmentRefusal;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mutations that keep a store's own segments. */
public final class SegmentMutations {

    private static final String ID = "id";
    private static final String SEGMENT = "segment";
    private static final String REVISION = "revision";

    private final RuleDesk rules;
    private final SaveSegment saving;
    private final DeleteSegment deleting;

    SegmentMutations(RuleDesk rules, SaveSegment saving, DeleteSegment deleting) {
        this.rules = rules;
        this.saving = saving;
        this.deleting = deleting;
    }

    public Payload save(Store store, Input input) {
        var id = input.find(ID);
        if (id.isPresent() && !SegmentId.isValid(id.get())) {
            return unknown(id.get());
        }
        return rules.check(store, input.values())
                .map(check -> check.rule()
                        .map(rule ->
                                save(store.id(), input, id.map(SegmentId::new).orElse(null), rule))
                        .orElseGet(() -> RuleRefusals.ofMutation(RuleArgument.field(input.values()), check.errors())))
                .orElseGet(() -> Payload.refused(
                        UserErrorCode.INVALID,
                        RuleArgument.RULE,
                        "Give the rule as 'rule' or as 'query': one of the two."));
    }

    private Payload save(StoreId store, Input input, @Nullable SegmentId id, SegmentRule rule) {
        var draft = new SaveSegment.Draft(
                id, input.text("name"), input.find("description").orElse(""), rule, revision(input));
        return switch (saving.save(store, draft)) {
            case SaveSegment.Result.Saved(var segment) -> Payload.of(SEGMENT, new ListedSegment.OfTheStore(segment));
            case SaveSegment.Result.Changed(var asItIs) -> overtaken(asItIs);
            case SaveSegment.Result.Refused(var refusal, var message) ->
                Payload.refused(code(refusal), field(refusal, input), message);
        };
    }

    private static Payload overtaken(Segment asItIs) {
        return Payload.refused(
                        UserErrorCode.WRONG_STATE,
                        REVISION,
                        "Somebody has saved revision " + asItIs.revision() + " meanwhile: look at it and save again.")
                .with(SEGMENT, new ListedSegment.OfTheStore(asItIs));
    }

    public Payload delete(StoreId store, Input input) {
        var id = input.text(ID);
        if (!SegmentId.isValid(id)) {
            return unknown(id);
        }
        var segment = new SegmentId(id);
        return switch (deleting.delete(store, segment)) {
            case DELETED -> Payload.of("deletedId", id);
            case UNKNOWN -> unknown(id);
            case READY_MADE ->
                Payload.refused(
                        UserErrorCode.WRONG_STATE, ID, "'" + id + "' comes with the product and cannot be deleted.");
            case IN_USE ->
                Payload.refused(
                        UserErrorCode.WRONG_STATE,
                        ID,
                        deleting.users(store, segment).stream()
                                .map(user -> user.id().value())
                                .collect(Collectors.joining(
                                        ", ", "Other segments ask for it: ", ". Change or delete them first.")));
        };
    }

    private static @Nullable Long revision(Input input) {
        return input.values().get(REVISION) instanceof Integer revision ? revision.longValue() : null;
    }

    private static Payload unknown(String id) {
        return Payload.refused(UserErrorCode.NOT_FOUND, ID, "There is no segment '" + id + "'.");
    }

    private static UserErrorCode code(SegmentRefusal refusal) {
        return switch (refusal) {
            case NAME, DESCRIPTION, RULE, NESTING -> UserErrorCode.INVALID;
            case UNKNOWN -> UserErrorCode.NOT_FOUND;
            case READY_MADE -> UserErrorCode.WRONG_STATE;
            case TOO_MANY -> UserErrorCode.TOO_MANY;
        };
    }

    private static String field(SegmentRefusal refusal, Input input) {
        return switch (refusal) {
            case NAME, TOO_MANY -> "name";
            case DESCRIPTION -> "description";
            case RULE, NESTING -> RuleArgument.field(input.values());
            case UNKNOWN, READY_MADE -> ID;
        };
    }
}
