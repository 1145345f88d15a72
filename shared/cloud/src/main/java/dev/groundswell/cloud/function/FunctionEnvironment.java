package dev.groundswell.cloud.function;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * All that a function takes from its surroundings. On Lambda that is the process's environment, the system clock and
 * clients of AWS; whoever hosts functions otherwise (the local run, a test) constructs them inside {@link #supplying}.
 *
 * @param variables the environment variables that {@code template.yaml} gives the function
 * @param time      the only clock
 * @param clients   the only source of AWS clients
 */
public record FunctionEnvironment(Map<String, String> variables, InstantSource time, AwsClients clients) {

    private static final ScopedValue<FunctionEnvironment> SUPPLIED = ScopedValue.newInstance();

    public FunctionEnvironment {
        variables = Map.copyOf(variables);
    }

    /** The environment supplied by the host, or the process's own. Called by a handler's public constructor only. */
    public static FunctionEnvironment current() {
        return SUPPLIED.isBound() ? SUPPLIED.get() : ofProcess();
    }

    private static FunctionEnvironment ofProcess() {
        var variables = System.getenv();
        return new FunctionEnvironment(variables, InstantSource.system(), new SdkClients(variables));
    }

    /** Runs {@code constructor} such that {@link #current()} is {@code environment} in it. */
    public static <T, X extends Throwable> T supplying(
            FunctionEnvironment environment, ScopedValue.CallableOp<? extends T, X> constructor) throws X {
        return ScopedValue.where(SUPPLIED, environment).call(constructor);
    }

    /**
     * The value of a variable.
     *
     * @throws IllegalStateException if {@code template.yaml} does not give it to this function
     */
    public String require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("The environment variable " + name
                        + " is missing: give it to the function in template.yaml, under Environment."));
    }

    /** The value of a variable that may be left out; a blank one counts as left out. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
