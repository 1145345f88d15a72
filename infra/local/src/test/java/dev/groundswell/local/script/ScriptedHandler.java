package dev.groundswell.local.script;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.FunctionEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Does what the script named by its variable {@code SCRIPT} says. */
public final class ScriptedHandler implements RequestStreamHandler {

    private final FunctionEnvironment environment = FunctionEnvironment.current();
    private final String script = environment.require("SCRIPT");

    public FunctionEnvironment environment() {
        return environment;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        try {
            String answer = Script.BY_NAME.getOrDefault(script, (_, _) -> "").run(event, this);
            out.write(Script.bytes(answer));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
