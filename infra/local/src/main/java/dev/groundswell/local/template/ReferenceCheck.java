package dev.groundswell.local.template;

import dev.groundswell.local.template.EventSource.HttpRoute;
import dev.groundswell.local.template.EventSource.QueueMessages;
import dev.groundswell.local.template.EventSource.Schedule;
import dev.groundswell.local.template.EventSource.StreamRecords;

/** Every mapping names a queue or stream that exists, and Lambda's own limits between them hold. */
final class ReferenceCheck {

    private final Template template;

    private ReferenceCheck(Template template) {
        this.template = template;
    }

    static void check(Template template) {
        var check = new ReferenceCheck(template);
        template.queues().forEach(check::redrive);
        template.functions().forEach(check::function);
    }

    private void redrive(QueueResource queue) {
        queue.redrive().ifPresent(redrive -> requireQueue(queue.id() + ".RedrivePolicy", redrive.deadLetterArn()));
    }

    private void function(FunctionResource function) {
        for (EventSource event : function.events()) {
            String where = function.id() + ".Events." + event.name();
            switch (event) {
                case QueueMessages messages -> queueMessages(where, function, messages);
                case StreamRecords records -> streamRecords(where, records);
                case HttpRoute _, Schedule _ -> {}
            }
        }
    }

    private void queueMessages(String where, FunctionResource function, QueueMessages messages) {
        QueueResource queue = requireQueue(where, messages.queueArn());
        if (queue.visibilityTimeout().compareTo(function.timeout()) < 0) {
            throw new TemplateException(where + ": the queue " + queue.id() + " shows a message again after "
                    + queue.visibilityTimeout().toSeconds() + " s, before the function's time-out of "
                    + function.timeout().toSeconds() + " s: AWS refuses this mapping.");
        }
    }

    private void streamRecords(String where, StreamRecords records) {
        if (template.tableByStreamArn(records.streamArn()).isEmpty()) {
            throw new TemplateException(where + ": Stream names no table with a stream: " + records.streamArn());
        }
        records.onFailureArn().ifPresent(arn -> requireQueue(where + ".OnFailure", arn));
    }

    private QueueResource requireQueue(String where, String arn) {
        return template.queueByArn(arn)
                .orElseThrow(() -> new TemplateException(where + ": names no queue of the template: " + arn));
    }
}
