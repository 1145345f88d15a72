package dev.groundswell.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code template.yaml} declares and a local run honours, with every reference resolved to its local value. */
public record Template(
        List<TableResource> tables,
        List<QueueResource> queues,
        List<BucketResource> buckets,
        List<FunctionResource> functions,
        List<String> passedOver) {

    public Template {
        tables = List.copyOf(tables);
        queues = List.copyOf(queues);
        buckets = List.copyOf(buckets);
        functions = List.copyOf(functions);
        passedOver = List.copyOf(passedOver);
    }

    /** The function with this logical id. */
    public Optional<FunctionResource> function(String id) {
        return functions.stream().filter(function -> function.id().equals(id)).findFirst();
    }

    /** The queue with this logical id. */
    public Optional<QueueResource> queue(String id) {
        return queues.stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    /** The queue with this ARN. */
    public Optional<QueueResource> queueByArn(String arn) {
        return queues.stream().filter(queue -> queue.arn().equals(arn)).findFirst();
    }

    /** The table whose stream has this ARN. */
    public Optional<TableResource> tableByStreamArn(String arn) {
        return tables.stream()
                .filter(table ->
                        table.streamArn().equals(arn) && table.streamViewType().isPresent())
                .findFirst();
    }

    /** What functions have in this variable of their environment; empty if none has it. */
    public Optional<String> variable(String name) {
        return functions.stream()
                .flatMap(function -> Optional.ofNullable(function.environment().get(name)).stream())
                .findFirst();
    }

    /** The variables of the environment of a function, by name. */
    public Map<String, String> environment(String functionId) {
        return function(functionId).orElseThrow().environment();
    }
}
