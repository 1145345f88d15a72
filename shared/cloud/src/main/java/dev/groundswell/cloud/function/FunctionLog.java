package dev.groundswell.cloud.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/**
 * A function's log: one JSON object per line through Lambda's own logger, {@code {"event":"changes-rejected","count":3}}.
 * Alarms count events by name, so a name never changes. No phone, address or message body is ever logged.
 */
public final class FunctionLog {

    private final LambdaLogger logger;

    public FunctionLog(LambdaLogger logger) {
        this.logger = logger;
    }

    /** @param details names and values in turn */
    public void warn(String event, Object... details) {
        logger.log(line(event, details), LogLevel.WARN);
    }

    /** @param details names and values in turn */
    public void error(String event, Throwable cause, Object... details) {
        var line = fields(event, details);
        line.put("cause", cause.toString());
        logger.log(JSON.std.asString(line), LogLevel.ERROR);
    }

    private static String line(String event, Object... details) {
        return JSON.std.asString(fields(event, details));
    }

    private static Map<String, Object> fields(String event, Object... details) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("event", event);
        for (var i = 0; i < details.length; i += 2) {
            fields.put(
                    details[i].toString(),
                    details[i + 1] instanceof Number number ? number : details[i + 1].toString());
        }
        return fields;
    }
}
