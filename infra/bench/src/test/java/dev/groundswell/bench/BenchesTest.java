package dev.groundswell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class BenchesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Nested
    class Without_a_name {

        @Test
        void the_benches_are_listed_with_a_line_each() {
            assertThat(run()).isZero();

            assertThat(text(out).lines().map(line -> line.split(" ")[0])).startsWith("ingest", "cold-start", "graphql");
        }
    }

    @Nested
    class With_a_name_or_an_option_that_is_unknown {

        @Test
        void one_line_says_so() {
            assertThat(run("speed")).isNotZero();

            assertThat(text(err).lines()).singleElement().asString().contains("speed");
        }

        @Test
        void a_file_that_is_not_there_is_named() {
            assertThat(run("ingest", "--file", "no-such-file.jsonl")).isNotZero();

            assertThat(text(err).lines()).singleElement().asString().contains("no-such-file.jsonl");
        }

        @Test
        void a_function_that_is_not_in_the_template_is_named() {
            assertThat(run("cold-start", "--function", "NoSuchFunction")).isNotZero();

            assertThat(text(err)).contains("NoSuchFunction");
        }
    }

    @Nested
    class The_last_line_is_a_JSON_object {

        @Test
        void of_ingest() {
            var figures = figuresOf("ingest", "--orders", "60", "--rounds", "1", "--handler-changes", "60");

            assertThat(figures)
                    .containsKeys(
                            "changesPerSecond",
                            "ratioToBarePuts",
                            "cpuMicrosPerChange",
                            "requestsPerChange",
                            "writeUnitsPerChange",
                            "ingest",
                            "projection")
                    .containsEntry("orders", 60);
        }

        @Test
        void of_import() {
            var figures = figuresOf("import", "--lines", "6000", "--times-smaller", "3");

            assertThat(figures)
                    .containsKeys("linesPerSecond", "peakHeapRatio", "cpuMicrosPerLine", "bareLinesPerSecond")
                    .containsEntry("lines", 6000);
        }

        @Test
        void of_cold_start() {
            // Functions whose zip is not built are left out; the empty one is always there.
            var figures = figuresOf("cold-start", "--samples", "1", "--function", "OrderIngest");

            assertThat(figures).containsKeys("functions", "emptyCpuMs");
        }

        @Test
        void of_graphql() {
            var figures =
                    figuresOf("graphql", "--orders", "30", "--rounds", "1", "--queries", "5", "--cpu-millis", "20");

            assertThat(figures.get("microsPerQuery"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .hasSize(3);
            assertThat(figures).containsKey("ratioToBare");
        }

        @Test
        void of_segment() {
            var figures = figuresOf(
                    "segment",
                    "--customers",
                    "9000",
                    "--rounds",
                    "1",
                    "--cpu-millis",
                    "10",
                    "--waiting",
                    "8",
                    "--folds",
                    "2");

            assertThat(figures)
                    .containsKeys("selected", "evaluatorNsPerCustomer", "duckDbNsPerCustomer", "ratioToDuckDb")
                    .containsKeys("ratioToBareRead", "warmCpuMs", "readUnits", "writeUnitsPerChange")
                    .containsEntry("customers", 9000);
        }

        @Test
        void of_send_system() {
            var figures = figuresOf("send-system", "--customers", "60", "--channel", "EMAIL");

            assertThat(figures)
                    .containsKeys("messagesPerSecond", "requestsPerMessage", "writeUnitsPerMessage", "unknown")
                    .containsEntry("doubled", 0)
                    .containsEntry("lost", 0)
                    .containsEntry("unexplained", 0);
        }

        @Test
        void of_send_faults() {
            var figures = figuresOf("send-faults", "--customers", "100", "--kill-every", "20000");

            assertThat(figures)
                    .containsKeys("unknown", "kills")
                    .containsEntry("doubled", 0)
                    .containsEntry("lost", 0)
                    .containsEntry("unexplained", 0)
                    .containsEntry("unlisted", 0);
        }

        @Test
        void of_failover() {
            var figures = figuresOf("failover", "--customers", "120", "--fails-after", "0");

            assertThat(figures)
                    .containsKeys("turnedAway", "longestPause", "used")
                    .containsEntry("doubled", 0)
                    .containsEntry("lost", 0)
                    .containsEntry("unexplained", 0)
                    .containsEntry("unknown", 0);
        }

        private Map<String, Object> figuresOf(String... args) {
            assertThat(run(args)).as(() -> text(err)).isZero();
            return JSON.std.mapFrom(text(out).lines().toList().getLast());
        }
    }

    private int run(String... args) {
        return new Benches(stream(out), stream(err)).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
