package dev.groundswell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** The command line of the benches, and what it writes. */
final class RunBenches {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** @return the exit code */
    int run(String... args) {
        return new Benches(stream(out), stream(err)).run(args);
    }

    /** The JSON object of the last line, once it has ended well. */
    Map<String, Object> figuresOf(String... args) {
        assertThat(run(args)).as(this::err).isZero();
        return JSON.std.mapFrom(out().lines().toList().getLast());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
