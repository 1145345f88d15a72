package dev.groundswell.local;

import dev.groundswell.local.template.QueueResource;
import dev.groundswell.local.template.Template;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Sends dead letters back to the queue they came from, with their attributes. Each is sent before it is deleted: a crash
 * between the two sends one twice, which the functions stand.
 */
final class DeadLetters {

    private static final int RECEIVE_LIMIT = 10;

    private final Template template;
    private final SqsClient sqs;

    DeadLetters(Template template, SqsClient sqs) {
        this.template = template;
        this.sqs = sqs;
    }

    Optional<Integer> sendBack(String deadLetterQueueId) {
        return template.queue(deadLetterQueueId).flatMap(dead -> source(dead).map(source -> move(dead, source)));
    }

    private Optional<QueueResource> source(QueueResource dead) {
        return template.queues().stream()
                .filter(queue -> queue.redrive()
                        .filter(redrive -> redrive.deadLetterArn().equals(dead.arn()))
                        .isPresent())
                .findFirst();
    }

    private int move(QueueResource dead, QueueResource source) {
        int moved = 0;
        List<Message> messages;
        do {
            messages = sqs.receiveMessage(request -> request.queueUrl(dead.url())
                            .maxNumberOfMessages(RECEIVE_LIMIT)
                            .messageAttributeNames("All"))
                    .messages();
            messages.forEach(message -> move(message, dead, source));
            moved += messages.size();
        } while (!messages.isEmpty());
        return moved;
    }

    private void move(Message message, QueueResource dead, QueueResource source) {
        sqs.sendMessage(request -> request.queueUrl(source.url())
                .messageBody(message.body())
                .messageAttributes(message.messageAttributes()));
        sqs.deleteMessage(request -> request.queueUrl(dead.url()).receiptHandle(message.receiptHandle()));
    }
}
