package dev.groundswell.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param handlerClass  the class part of {@code Handler}
 * @param handlerMethod the method part of {@code Handler}
 * @param environment   the variables of {@code Globals} and of the function, the function's winning
 */
public record FunctionResource(
        String id,
        String codeUri,
        String handlerClass,
        String handlerMethod,
        Map<String, String> environment,
        Duration timeout,
        int memoryMegabytes,
        List<EventSource> events) {

    public FunctionResource {
        environment = Map.copyOf(environment);
        events = List.copyOf(events);
    }

    /** The function's events of one kind. */
    public <E extends EventSource> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The ARN that events name. */
    public String arn() {
        return LocalNames.functionArn(id);
    }
}
