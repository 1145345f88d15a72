package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.preview.PreviewReminderTask;
import dev.groundswell.core.reminder.task.DeleteReminderTask;
import dev.groundswell.core.reminder.task.SaveReminderTask;
import dev.groundswell.core.reminder.task.SaveReminderTask.Misfit;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.reminder.task.TaskSettings;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.util.List;
import java.util.Optional;

/** The mutations that save, delete and preview reminder tasks. */
public final class ReminderTaskMutations {

    private static final String ID = "id";
    private static final String TASK = "task";
    private static final String REVISION = "revision";

    private final SaveReminderTask saving;
    private final DeleteReminderTask deleting;
    private final PreviewReminderTask previewing;

    ReminderTaskMutations(SaveReminderTask saving, DeleteReminderTask deleting, PreviewReminderTask previewing) {
        this.saving = saving;
        this.deleting = deleting;
        this.previewing = previewing;
    }

    // ---- saved

    public Payload save(Store store, Input input) {
        if (isUnknown(input)) {
            return unknown(input);
        }
        var task = new TaskInput(store, input);
        return task.read()
                .map(settings -> save(store, input, settings))
                .orElseGet(() -> Payload.refused(task.errors()));
    }

    private Payload save(Store store, Input input, TaskSettings settings) {
        var request = new SaveReminderTask.Request(id(input), revision(input), settings);
        return switch (saving.save(store, request)) {
            case SaveReminderTask.Result.Saved(var task, var revision) ->
                Payload.of(TASK, new StoreTask(store, task, revision));
            case SaveReminderTask.Result.Changed(var asItIs) -> changed(store, input, asItIs);
            case SaveReminderTask.Result.NotFound() -> unknown(input);
            case SaveReminderTask.Result.Refused(var misfits) -> refused(misfits);
        };
    }

    private static Payload changed(Store store, Input input, TaskBook asItIs) {
        var refusal = changed(asItIs);
        return id(input)
                .flatMap(id -> StoreTask.of(store, asItIs, id))
                .map(task -> refusal.with(TASK, task))
                .orElse(refusal);
    }

    private static Payload changed(TaskBook asItIs) {
        return Payload.refused(
                UserErrorCode.WRONG_STATE,
                REVISION,
                "The store's reminder tasks are at revision " + asItIs.revision() + ": somebody changed them.");
    }

    static Payload refused(List<Misfit> misfits) {
        return Payload.refused(misfits.stream().map(TaskInput::error).toList());
    }

    // ---- deleted

    public Payload delete(Store store, Input input) {
        if (isUnknown(input)) {
            return unknown(input);
        }
        var id = new TaskId(input.text(ID));
        return switch (deleting.delete(store.id(), id, revision(input))) {
            case DeleteReminderTask.Result.Deleted(var _) -> Payload.of("deletedId", id.value());
            case DeleteReminderTask.Result.Changed(var asItIs) -> changed(asItIs);
            case DeleteReminderTask.Result.NotFound() -> unknown(input);
        };
    }

    // ---- previewed

    public Payload preview(Store store, Input input) {
        if (isUnknown(input)) {
            return unknown(input);
        }
        var task = new TaskInput(store, input);
        return task.read()
                .map(settings -> preview(store, input, settings))
                .orElseGet(() -> Payload.refused(task.errors()));
    }

    private Payload preview(Store store, Input input, TaskSettings settings) {
        return switch (previewing.preview(store, id(input), settings)) {
            case PreviewReminderTask.Result.Previewed(var yesterday, var lastWeek) ->
                Payload.of("yesterday", new StorePreview(store, yesterday))
                        .with("lastWeek", new StorePreview(store, lastWeek));
            case PreviewReminderTask.Result.Refused(var misfits) -> refused(misfits);
        };
    }

    // ---- which task

    private static Optional<TaskId> id(Input input) {
        return input.find(ID).map(TaskId::new);
    }

    private static boolean isUnknown(Input input) {
        return input.find(ID).map(id -> !TaskId.isValid(id)).orElse(false);
    }

    private static Payload unknown(Input input) {
        return Payload.refused(UserErrorCode.NOT_FOUND, ID, "There is no reminder task " + input.text(ID) + ".");
    }

    private static Optional<Long> revision(Input input) {
        return input.values().get(REVISION) instanceof Integer revision
                ? Optional.of(revision.longValue())
                : Optional.empty();
    }
}
