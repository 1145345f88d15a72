package dev.groundswell.local.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.api.Api;
import dev.groundswell.local.api.Api.Answer;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Real files through the import's own door, one after the other into one store, and what GraphQL then shows of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealFilesTest {

    private static final Path ROOT = Path.of(System.getProperty("groundswell.root", ""));
    private static final Path DATA = ROOT.resolve("../shared/data");
    private static final int PAGE = 100;

    private final LocalSystem system = LocalSystem.start(LocalOptions.inMemory());
    private final Api api = new Api(system);

    RealFilesTest() throws PortTakenException {}

    @BeforeAll
    static void needsTheData() {
        assumeTrue(Files.isDirectory(DATA), "Skipped: the real files in " + DATA + " are not part of the product.");
    }

    @AfterAll
    void stop() {
        api.close();
        system.close();
    }

    private FileImport.Done imported(String file, Optional<Path> mapping) {
        var request = FileImport.Request.of(DATA.resolve(file), Optional.empty(), Optional.empty(), mapping);
        return new FileImport(system).run(request);
    }

    @Nested
    class A_csv_of_tmall_by_the_mapping_that_we_ship {

        @Test
        void has_the_counts_and_sums_of_its_readme() {
            var mapping = ROOT.resolve("docs/mappings/tmall-orders.json");

            var done = imported("tmall-orders-2020-02/orders.csv", Optional.of(mapping));

            assertThat(done.problems()).isEmpty();
            assertThat(done.status()).isEqualTo("COMPLETED");
            assertThat(done.accepted()).isEqualTo(28_010);
            assertThat(done.rejected()).isZero();
            assertThat(figures())
                    .isEqualTo(new Figures(28_010, 3_923, new BigDecimal("2995760.61"), new BigDecimal("1902487.15")));
        }

        private record Figures(long orders, long neverPaid, BigDecimal total, BigDecimal paid) {

            Figures plus(Answer order) {
                return new Figures(
                        orders + 1,
                        neverPaid + (order.text("paidAt").isPresent() ? 0 : 1),
                        total.add(new BigDecimal(order.at("payable").requireText("amount"))),
                        paid.add(order.find("paid")
                                .map(money -> new BigDecimal(money.requireText("amount")))
                                .orElse(BigDecimal.ZERO)));
            }
        }

        private Figures figures() {
            String query = """
                query ($first: Int, $after: String) {
                  orders(filter: { orderedFrom: "2020-01-31T16:00:00Z", orderedTo: "2020-02-29T16:00:00Z" }, first: $first, after: $after) {
                    nodes { paidAt payable { amount } paid { amount } }
                    pageInfo { hasNextPage endCursor }
                  }
                }
                """;
            var figures = new Figures(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
            var variables = new HashMap<String, Object>(Map.of("first", PAGE));
            boolean more = true;
            while (more) {
                Answer page = api.ask(query, variables).at("orders");
                for (Answer order : page.list("nodes")) {
                    figures = figures.plus(order);
                }
                more = page.at("pageInfo").requireText("hasNextPage").equals("true");
                variables.put("after", page.at("pageInfo").text("endCursor").orElse(""));
            }
            return figures;
        }
    }

    @Nested
    class The_masked_export_of_the_seller_centre {

        @Test
        void is_read_in_its_own_encoding() {
            var done = imported("taobao-export/ExportOrderList_2017-07.masked_sample.gbk.csv", Optional.empty());

            assertThat(done.problems()).isEmpty();
            assertThat(done.accepted()).isEqualTo(done.rows()).isPositive();
            Answer order = order("35153131473290001");
            assertThat(order.at("payable").requireText("amount")).isEqualTo("201.12");
            assertThat(order.requireText("paidAt")).isEqualTo("2017-07-08T00:42:39+08:00");
            assertThat(order.at("contact").requireText("name")).isEqualTo("测试甲");
        }

        private Answer order(String id) {
            return api.ask(
                            "query ($id: ID!) { order(id: $id) { payable { amount } paidAt contact { name } } }",
                            Map.of("id", id))
                    .at("order");
        }
    }

    @Nested
    class The_behaviour_of_taobaos_shoppers {

        @Test
        void is_known_of_each_of_them_however_often_the_file_comes() {
            String file = "taobao-behaviour/UserBehavior_tail10000.csv";

            var first = imported(file, Optional.empty());
            var again = imported(file, Optional.empty());

            assertThat(first.accepted()).isEqualTo(10_000);
            assertThat(again.accepted()).isEqualTo(10_000);
            assertThat(FormatGuess.of(DATA.resolve(file))).contains(SourceFormat.TAOBAO_BEHAVIOUR);
            Answer counts = api.ask(
                            "{ customer(id: \"999477\") { behaviour { counts { views favourites cartAdds } } } }",
                            Map.of())
                    .at("customer")
                    .at("behaviour")
                    .at("counts");
            assertThat(counts.number("views")).isEqualTo(58);
            assertThat(counts.number("favourites")).isZero();
            assertThat(counts.number("cartAdds")).isEqualTo(4);
        }
    }
}
