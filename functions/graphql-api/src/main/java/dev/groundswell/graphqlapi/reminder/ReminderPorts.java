package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.message.Messages;
import dev.groundswell.core.metrics.ReminderCounters;
import dev.groundswell.core.metrics.ReportReminders;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.explain.ExplainOrder;
import dev.groundswell.core.reminder.preview.PreviewReminderTask;
import dev.groundswell.core.reminder.round.RemindNow;
import dev.groundswell.core.reminder.round.RoundBook;
import dev.groundswell.core.reminder.round.SurveyOrders;
import dev.groundswell.core.reminder.sweep.ReminderOutcomes;
import dev.groundswell.core.reminder.sweep.Rounds;
import dev.groundswell.core.reminder.task.DeleteReminderTask;
import dev.groundswell.core.reminder.task.ReminderTasks;
import dev.groundswell.core.reminder.task.SaveReminderTask;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the API's part in reminders stands on.
 *
 * @param rounds     by hand, as they are kept
 * @param terms      of these rounds
 * @param survey     what is asked about orders that wait
 * @param results    as they are counted
 * @param linkOrigin of short links, for stores without a domain of their own
 */
public record ReminderPorts(
        ReminderTasks tasks,
        RoundBook rounds,
        Rounds terms,
        WakeUps wakeUps,
        Orders orders,
        Messages messages,
        SurveyOrders.Ports survey,
        ReminderCounters results,
        String linkOrigin,
        RandomGenerator random,
        InstantSource time) {

    public ReminderRoots roots(Background background) {
        var outcomes = new ReminderOutcomes(survey.reminders(), messages, survey.providers());
        var explaining = new ExplainOrder(orders, survey.buyers(), outcomes, tasks, terms, time);
        return new ReminderRoots(tasks, rounds, explaining, background);
    }

    public ReminderTaskMutations taskMutations() {
        var previewing = new PreviewReminderTask(
                tasks,
                survey.orders(),
                survey.buyers(),
                survey.writer(),
                survey.settings(),
                survey.providers(),
                linkOrigin,
                time);
        return new ReminderTaskMutations(
                new SaveReminderTask(tasks, survey.settings(), time, random),
                new DeleteReminderTask(tasks),
                previewing);
    }

    public RemindNowMutation remindNow() {
        return new RemindNowMutation(
                new RemindNow(rounds, wakeUps, new SurveyOrders(survey, linkOrigin), survey.settings(), time, random));
    }

    /** Of all types of the topic. */
    public List<ObjectResolver<?>> resolvers(Background background) {
        var reporting = new ReminderResults(new ReportReminders(results), background);
        return List.of(
                new ReminderTaskResolver(reporting),
                new ReminderResultsResolver(),
                new ReminderDayResolver(),
                new ReminderFiguresResolver(),
                new ReminderScheduleResolver(),
                new ReminderHoursResolver(),
                new AmountRangeResolver(),
                new ReminderTextResolver(),
                new ReminderRoundResolver(reporting),
                new OrderExplanationResolver(),
                new OrderEventResolver(),
                new OrderReminderResolver(),
                new TaskVerdictResolver(),
                new ReminderPreviewResolver(),
                new ReminderOutlookResolver(),
                new DroppedCountResolver(),
                new ReminderSampleResolver(),
                new PayloadResolver("SaveReminderTaskPayload", "task"),
                new PayloadResolver("DeleteReminderTaskPayload", "deletedId"),
                new PayloadResolver("PreviewReminderTaskPayload", "yesterday", "lastWeek"),
                new PayloadResolver("RemindNowPayload", "id", "outlook", "round"));
    }
}
