package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.task.Judge.TaskVerdict;

/** Whether a task is for the order that is explained. */
record StoreVerdict(StoreExplanation of, TaskVerdict verdict) {

    StoreTask task() {
        return new StoreTask(of.store(), verdict.task(), of.explained().revision());
    }
}
