package dev.groundswell.local;

import dev.groundswell.cloud.function.FunctionEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * How a local run is set up.
 *
 * @param template  the template to run
 * @param port      of the HTTP API; 0 takes a free one
 * @param data      the directory that keeps everything; empty for memory
 * @param currency  the demo store's
 * @param zone      the demo store's
 * @param clock     where the clock starts; empty for now
 * @param expiry    whether items expire: expiry works on the wall clock, so not with a clock of another time
 * @param instances what each instance of a function is given, e.g. to count its requests, or to end it
 * @param queues    wraps the client by which everybody uses the queues, e.g. to deliver twice
 */
public record LocalOptions(
        Path template,
        int port,
        Optional<Path> data,
        Currency currency,
        ZoneId zone,
        Optional<Instant> clock,
        boolean expiry,
        Instances instances,
        UnaryOperator<SqsClient> queues) {

    /** Surrounds each instance of a function, that is each execution environment, when it is made. */
    @FunctionalInterface
    public interface Instances {

        /**
         * What it gets.
         *
         * @param function    its logical id in the template
         * @param environment that of the function
         */
        FunctionEnvironment environment(String function, FunctionEnvironment environment);
    }

    /** The template of this checkout in memory, on a free port. */
    public static LocalOptions inMemory() {
        return new LocalOptions(
                findTemplate(),
                0,
                Optional.empty(),
                Currency.getInstance("CNY"),
                ZoneId.of("Asia/Shanghai"),
                Optional.empty(),
                true,
                (_, environment) -> environment,
                UnaryOperator.identity());
    }

    public LocalOptions withTemplate(Path other) {
        return new LocalOptions(other, port, data, currency, zone, clock, expiry, instances, queues);
    }

    public LocalOptions withPort(int other) {
        return new LocalOptions(template, other, data, currency, zone, clock, expiry, instances, queues);
    }

    public LocalOptions withData(Path directory) {
        return new LocalOptions(
                template, port, Optional.of(directory), currency, zone, clock, expiry, instances, queues);
    }

    public LocalOptions withStore(Currency otherCurrency, ZoneId otherZone) {
        return new LocalOptions(template, port, data, otherCurrency, otherZone, clock, expiry, instances, queues);
    }

    /** Starts the clock elsewhere; nothing expires then. */
    public LocalOptions withClock(Instant start) {
        return new LocalOptions(template, port, data, currency, zone, Optional.of(start), false, instances, queues);
    }

    /** For a replay, whose clock will leave the wall clock's time. */
    public LocalOptions withoutExpiry() {
        return new LocalOptions(template, port, data, currency, zone, clock, false, instances, queues);
    }

    public LocalOptions withInstances(Instances other) {
        return new LocalOptions(template, port, data, currency, zone, clock, expiry, other, queues);
    }

    public LocalOptions withQueues(UnaryOperator<SqsClient> wrapper) {
        return new LocalOptions(template, port, data, currency, zone, clock, expiry, instances, wrapper);
    }

    /** {@code template.yaml} in {@code groundswell.root}, or in this directory or the nearest above it. */
    private static Path findTemplate() {
        String root = System.getProperty("groundswell.root");
        Path directory = Path.of(root == null ? "" : root).toAbsolutePath();
        while (directory != null) {
            Path template = directory.resolve("template.yaml");
            if (Files.exists(template)) {
                return template;
            }
            directory = directory.getParent();
        }
        throw new IllegalStateException("No template.yaml here or above: start in a checkout of Groundswell.");
    }
}
