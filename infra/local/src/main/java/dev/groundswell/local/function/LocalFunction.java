package dev.groundswell.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.local.template.FunctionResource;
import dev.groundswell.local.template.TemplateException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import tools.jackson.jr.ob.JSON;

/**
 * One function of the template. As on Lambda a handler serves one event at a time and is kept for the next one; as many
 * are made as events come at once. One that ran out of time, or ended with an error of the virtual machine, is not used again.
 */
public final class LocalFunction {

    private final FunctionResource resource;
    private final Supplier<FunctionEnvironment> environments;
    private final Console console;
    private final Constructor<? extends RequestStreamHandler> constructor;
    private final ConcurrentLinkedDeque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();

    /**
     * Finds the handler and makes the first one, so that a wrong name or a missing variable shows at the start.
     *
     * @throws TemplateException naming the function
     */
    public LocalFunction(FunctionResource resource, FunctionEnvironment environment, Console console) {
        this(resource, () -> environment, console);
    }

    /**
     * The same.
     *
     * @param environments one for each instance
     */
    public LocalFunction(FunctionResource resource, Supplier<FunctionEnvironment> environments, Console console) {
        this.resource = resource;
        this.environments = environments;
        this.console = console;
        this.constructor = constructor(resource);
        idle.push(construct());
    }

    public FunctionResource resource() {
        return resource;
    }

    /** Hands {@code event} to a handler and waits for its answer, or until the function's time-out. */
    public Outcome invoke(byte[] event) {
        String requestId = UUID.randomUUID().toString();
        RequestStreamHandler handler;
        try {
            RequestStreamHandler pooled = idle.poll();
            handler = pooled == null ? construct() : pooled;
        } catch (TemplateException e) {
            return failure(requestId, e);
        }
        var task = new FutureTask<>(() -> handle(handler, event, requestId));
        Thread thread = Thread.ofVirtual().name(resource.id()).start(task);
        try {
            byte[] answer = task.get(resource.timeout().toMillis(), TimeUnit.MILLISECONDS);
            idle.push(handler);
            return new Outcome.Answer(answer);
        } catch (ExecutionException e) {
            Throwable cause = causeOf(e);
            if (!endsProcess(cause)) {
                idle.push(handler);
            }
            return failure(requestId, cause);
        } catch (TimeoutException e) {
            thread.interrupt();
            return failure(requestId, timedOut(e));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Outcome.Failure(requestId, "The local run ended.", "{}");
        }
    }

    /** After these Lambda's runtime client ends the process; after anything else it takes the next event. */
    private static boolean endsProcess(Throwable cause) {
        return cause instanceof VirtualMachineError || cause instanceof IOError;
    }

    private byte[] handle(RequestStreamHandler handler, byte[] event, String requestId) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, new LocalContext(resource, requestId, console));
        return answer.toByteArray();
    }

    private IllegalStateException timedOut(TimeoutException e) {
        return new IllegalStateException(
                "Task timed out after " + resource.timeout().toSeconds() + " seconds", e);
    }

    private Outcome.Failure failure(String requestId, Throwable error) {
        console.error(resource.id(), requestId, error);
        String message = String.valueOf(error.getMessage());
        var body = Map.of(
                "errorMessage", message,
                "errorType", error.getClass().getName(),
                "stackTrace", stackLines(error));
        return new Outcome.Failure(requestId, error.getClass().getName() + ": " + message, JSON.std.asString(body));
    }

    private static Throwable causeOf(Exception e) {
        return Objects.requireNonNullElse(e.getCause(), e);
    }

    private static String[] stackLines(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString().lines().map(String::strip).toArray(String[]::new);
    }

    private RequestStreamHandler construct() {
        try {
            return FunctionEnvironment.supplying(environments.get(), () -> constructor.newInstance());
        } catch (InvocationTargetException e) {
            throw new TemplateException(
                    resource.id() + ": the constructor of " + resource.handlerClass() + " failed: " + causeOf(e),
                    causeOf(e));
        } catch (ReflectiveOperationException e) {
            throw new TemplateException(
                    resource.id() + ": " + resource.handlerClass() + " cannot be constructed: " + e, e);
        }
    }

    private static Constructor<? extends RequestStreamHandler> constructor(FunctionResource resource) {
        String name = resource.handlerClass();
        try {
            Class<?> type = Class.forName(name);
            if (!RequestStreamHandler.class.isAssignableFrom(type)
                    || !resource.handlerMethod().equals("handleRequest")) {
                throw new TemplateException(resource.id() + ": Handler " + name + "::" + resource.handlerMethod()
                        + " is not the handleRequest of a RequestStreamHandler.");
            }
            return type.asSubclass(RequestStreamHandler.class).getConstructor();
        } catch (ClassNotFoundException e) {
            throw new TemplateException(
                    resource.id() + ": Handler names the class " + name + ", which is not on the class path.", e);
        } catch (NoSuchMethodException e) {
            throw new TemplateException(
                    resource.id() + ": " + name + " has no public constructor without arguments.", e);
        }
    }
}
