package dev.groundswell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BenchesTest {

    private final RunBenches benches = new RunBenches();

    @Nested
    class Without_a_name {

        @Test
        void the_benches_are_listed_with_a_line_each() {
            assertThat(benches.run()).isZero();

            assertThat(benches.out().lines().map(line -> line.split(" ")[0]))
                    .startsWith("ingest", "cold-start", "graphql");
        }
    }

    @Nested
    class With_a_name_or_an_option_that_is_unknown {

        @Test
        void one_line_says_so() {
            assertThat(benches.run("speed")).isNotZero();

            assertThat(benches.err().lines()).singleElement().asString().contains("speed");
        }

        @Test
        void a_file_that_is_not_there_is_named() {
            assertThat(benches.run("ingest", "--file", "no-such-file.jsonl")).isNotZero();

            assertThat(benches.err().lines()).singleElement().asString().contains("no-such-file.jsonl");
        }

        @Test
        void a_function_that_is_not_in_the_template_is_named() {
            assertThat(benches.run("cold-start", "--function", "NoSuchFunction"))
                    .isNotZero();

            assertThat(benches.err()).contains("NoSuchFunction");
        }
    }

    @Nested
    class The_last_line_is_a_JSON_object {

        @Test
        void of_ingest() {
            var figures = benches.figuresOf("ingest", "--orders", "60", "--rounds", "1", "--handler-changes", "60");

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
            var figures = benches.figuresOf("import", "--lines", "6000", "--times-smaller", "3");

            assertThat(figures)
                    .containsKeys("linesPerSecond", "peakHeapRatio", "cpuMicrosPerLine", "bareLinesPerSecond")
                    .containsEntry("lines", 6000);
        }

        @Test
        void of_cold_start() {
            // Functions whose zip is not built are left out; the empty one is always there.
            var figures = benches.figuresOf("cold-start", "--samples", "1", "--function", "OrderIngest");

            assertThat(figures).containsKeys("functions", "emptyCpuMs");
        }

        @Test
        void of_graphql() {
            var figures = benches.figuresOf(
                    "graphql", "--orders", "30", "--rounds", "1", "--queries", "5", "--cpu-millis", "20");

            assertThat(figures.get("microsPerQuery"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .hasSize(3);
            assertThat(figures).containsKey("ratioToBare");
        }

        @Test
        void of_segment() {
            var figures = benches.figuresOf(
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
    }
}
