package dev.groundswell.bench.coldstart;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** Starts a function in a JVM of its own, with Lambda's runtime interface client and flags, and waits for one answer. */
final class ColdStart {

    /** What the runtime leaves to the heap of a function's memory. */
    private static final int HEAP_PERCENT = 85;

    private final List<String> jvmOptions;
    private final Map<String, String> environment;

    /**
     * @param jvmOptions  further ones
     * @param environment where the function finds its emulators
     */
    ColdStart(List<String> jvmOptions, Map<String, String> environment) {
        this.jvmOptions = List.copyOf(jvmOptions);
        this.environment = Map.copyOf(environment);
    }

    /**
     * What a start took.
     *
     * @param cpu  of the process, from its beginning until its answer came
     * @param wall over the same time
     */
    record Sample(Duration cpu, Duration wall, String answer) {}

    Sample start(Deployment function, byte[] event) throws IOException, InterruptedException {
        var process = new CompletableFuture<Process>();
        var measured = new CompletableFuture<Sample>();
        var begin = System.nanoTime();
        Runnable measure = () ->
                measured.complete(new Sample(cpuTime(process.join()), Duration.ofNanos(System.nanoTime() - begin), ""));
        try (var api = new RuntimeApi(event, measure)) {
            process.complete(launch(function, api.address(), List.of()));
            var answer = api.answer();
            var sample = measured.join();
            return new Sample(sample.cpu(), sample.wall(), answer);
        } finally {
            process.join().destroyForcibly().waitFor();
        }
    }

    /** How many classes are loaded until the answer. */
    long loadedClasses(Deployment function, byte[] event) throws IOException, InterruptedException {
        var log = Files.createTempFile("groundswell-classes", ".log");
        var process = new CompletableFuture<Process>();
        try (var api = new RuntimeApi(event, () -> {})) {
            process.complete(
                    launch(function, api.address(), List.of("-Xlog:class+load:file=" + log + "::filecount=0")));
            api.answer();
        } finally {
            process.join().destroyForcibly().waitFor();
        }
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        } finally {
            Files.delete(log);
        }
    }

    private Process launch(Deployment function, String api, List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + function.memoryMegabytes() * HEAP_PERCENT / 100 + "m"));
        command.addAll(jvmOptions);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(function), AWSLambda.class.getName()));
        command.add(function.handlerClass() + "::handleRequest");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        setEnvironment(builder.environment(), function, api);
        return builder.start();
    }

    private void setEnvironment(Map<String, String> variables, Deployment function, String api) {
        variables.clear();
        variables.putAll(function.environment());
        variables.putAll(environment);
        variables.put("AWS_LAMBDA_RUNTIME_API", api);
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/groundswell/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "bench");
        variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    }

    private static String classPath(Deployment function) {
        return Stream.concat(runtimeJars(), function.classPath().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> runtimeJars() {
        return Stream.of(
                        AWSLambda.class, RequestStreamHandler.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(ColdStart::jarOf);
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    private static Duration cpuTime(Process process) {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("This system does not tell the CPU time of a process."));
    }
}
