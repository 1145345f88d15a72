package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.order.Origin;
import dev.groundswell.core.reminder.round.RemindNow;
import dev.groundswell.core.reminder.round.RoundFilter;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserError;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The mutation {@code remindNow}. */
public final class RemindNowMutation {

    private static final String ID = "id";
    private static final String FILTER = "filter";
    private static final String AT = "at";

    /** 0 stands for none. */
    private static final int MAX_FLAG = 5;

    private final RemindNow reminding;

    RemindNowMutation(RemindNow reminding) {
        this.reminding = reminding;
    }

    public Payload remind(Caller caller, Input input) {
        var id = input.find(ID);
        if (id.isPresent() && !TaskId.isValid(id.get())) {
            return Payload.refused(
                    UserErrorCode.NOT_FOUND, ID, "Leave it out first; the answer has the id by which to do it.");
        }
        var task = new TaskInput(caller.store(), input);
        var filter = new Filter(input.object(FILTER).orElse(Map.of()));
        var settings = task.readWithoutSchedule();
        var errors = new ArrayList<>(task.errors());
        errors.addAll(filter.errors());
        return errors.isEmpty()
                ? remind(
                        caller,
                        id.map(TaskId::new),
                        new RemindNow.Request(filter.read(), settings.orElseThrow(), input.time(AT)))
                : Payload.refused(errors);
    }

    private Payload remind(Caller caller, Optional<TaskId> id, RemindNow.Request request) {
        var result = id.map(round -> reminding.start(caller.store(), round, request, caller.name()))
                .orElseGet(() -> reminding.check(caller.store(), request));
        return payload(caller.store(), result);
    }

    private static Payload payload(Store store, RemindNow.Result result) {
        return switch (result) {
            case RemindNow.Result.Checked(var id, var at, var outlook) ->
                Payload.of(ID, id.value()).with("outlook", new StoreOutlook(store, outlook, at));
            case RemindNow.Result.Started(var round) ->
                Payload.of(ID, round.id().value()).with("round", new StoreRound(store, round));
            case RemindNow.Result.Refused(var misfits) -> ReminderTaskMutations.refused(misfits);
            case RemindNow.Result.TooMany() ->
                Payload.refused(
                        UserErrorCode.TOO_MANY,
                        FILTER,
                        "More than " + RemindNow.MAX_ORDERS + " orders wait: let the filter say more.");
            case RemindNow.Result.NotThen() ->
                Payload.refused(
                        UserErrorCode.INVALID,
                        AT,
                        "It is now, if left out, or lies up to " + RemindNow.MAX_AHEAD.toDays() + " days ahead.");
            case RemindNow.Result.NotPlacedYet() ->
                Payload.refused(
                        UserErrorCode.INVALID,
                        FILTER + ".orderedTo",
                        "Orders that are still to be placed cannot be woken: ask again once they are.");
        };
    }

    /** Which of the orders that wait. */
    private record Filter(Map<String, Object> values) {

        List<UserError> errors() {
            var errors = new ArrayList<UserError>();
            if (this.<Integer>listed("flags").stream().anyMatch(flag -> flag < 0 || flag > MAX_FLAG)) {
                errors.add(wrong("flags", "The seller's flags are 0 to " + MAX_FLAG + ", 0 being none."));
            }
            if (fewest() < 1 || most().filter(most -> most < fewest()).isPresent()) {
                errors.add(wrong("mostOrders", "A buyer has at least one order, and at most no fewer than at least."));
            }
            return errors;
        }

        private static UserError wrong(String field, String message) {
            return new UserError(FILTER + "." + field, message, UserErrorCode.INVALID);
        }

        /** Only without errors. */
        RoundFilter read() {
            var input = new Input(values);
            return new RoundFilter(
                    input.time("orderedFrom"),
                    input.time("orderedTo"),
                    new HashSet<>(this.<Integer>listed("flags")),
                    origins(listed("origins")),
                    new HashSet<>(this.<String>listed("provinces")),
                    fewest(),
                    most(),
                    Boolean.TRUE.equals(values.get("messagedToday")));
        }

        private static Set<Origin> origins(Collection<String> names) {
            return names.stream().map(Origin::valueOf).collect(Collectors.toSet());
        }

        private int fewest() {
            return values.get("fewestOrders") instanceof Integer fewest ? fewest : 1;
        }

        private Optional<Integer> most() {
            return Optional.ofNullable((Integer) values.get("mostOrders"));
        }

        @SuppressWarnings("unchecked") // The schema says of what the list is.
        private <T> List<T> listed(String field) {
            var list = values.get(field);
            return list == null ? List.of() : (List<T>) list;
        }
    }
}
