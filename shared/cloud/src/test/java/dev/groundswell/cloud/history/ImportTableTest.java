package dev.groundswell.cloud.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportRuns;
import dev.groundswell.core.history.Imports;
import dev.groundswell.core.history.ImportsContract;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.history.StagedItems.ItemRow;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportTableTest extends ImportsContract {

    private static final Instant NOW = Instant.parse("2026-11-22T03:12:05Z");

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());
    private final ImportTable imports = new ImportTable(aws.clients().dynamoDb(), aws.table("Imports"));

    @BeforeAll
    static void createTables() {
        aws.createTables("Imports");
    }

    @Override
    protected Imports imports() {
        return imports;
    }

    @Override
    protected ImportRuns runs() {
        return imports;
    }

    @Override
    protected StoreId store() {
        return store;
    }

    @Nested
    class AMapping {

        private final ColumnMappingTable mappings =
                new ColumnMappingTable(aws.clients().dynamoDb(), aws.table("Imports"));

        private static NamedMapping mapping(String name, String column) {
            var values = Map.of(
                    "rows",
                    "ONE_PER_ORDER",
                    "buyers",
                    "ONE_PER_ORDER",
                    "columns",
                    Map.of(
                            "orderId", List.of(column),
                            "orderedAt", List.of("at"),
                            "paidAt", List.of("at"),
                            "payable", List.of("sum")),
                    "times",
                    Map.of("formats", List.of("ISO")));
            return switch (ColumnMapping.read(values)) {
                case ColumnMapping.Reading.Valid(var read) -> new NamedMapping(name, read, NOW);
                case ColumnMapping.Reading.Invalid(var problems) -> throw new AssertionError(problems);
            };
        }

        @Test
        void isReplacedByItsNameAndDeleted() {
            mappings.save(store, mapping("旧店 2019", "id"));
            mappings.save(store, mapping("other", "id"));
            var changed = mapping("旧店 2019", "no");
            mappings.save(store, changed);

            assertThat(mappings.find(store, "旧店 2019")).contains(changed);
            assertThat(mappings.all(store)).hasSize(2).contains(changed);
            assertThat(mappings.delete(store, "旧店 2019")).isTrue();
            assertThat(mappings.delete(store, "旧店 2019")).isFalse();
            assertThat(mappings.find(store, "旧店 2019")).isEmpty();
            assertThat(mappings.find(new StoreId("another"), "other")).isEmpty();
        }
    }

    @Nested
    class RowsOfAnItemFile {

        private final ImportId id = new ImportId("20261122T031205Z-5f3a9c1e");
        private final StagedItemTable items =
                new StagedItemTable(aws.clients().dynamoDb(), aws.table("Imports"), () -> NOW);

        @Test
        void areFoundByTheirOrderInTheOrderOfTheFileHoweverOftenTheyWereStaged() {
            Map<String, Object> cells = Map.of("标题", "茶", "价格", "1.00");
            var rows = Map.of("T1", List.of(new ItemRow(10, cells), new ItemRow(9, cells)));
            assertThat(items.stage(store, id, rows)).isEmpty();
            assertThat(items.stage(store, id, rows)).isEmpty();
            items.stage(store, id, Map.of("T1", List.of(new ItemRow(100, Map.of("标题", "杯")))));

            assertThat(items.find(store, id, Set.of("T1", "T2")))
                    .containsExactly(Map.entry("T1", List.of(cells, cells, Map.of("标题", "杯"))));
        }

        @Test
        void areRefusedWhereAnOrderHasMoreThanFit() {
            var rows = LongStream.range(0, 300)
                    .mapToObj(line -> new ItemRow(line, Map.of("标题", "x".repeat(2_000))))
                    .toList();

            assertThat(items.stage(store, id, Map.of("T9", rows, "T1", rows.subList(0, 3))))
                    .containsExactly("T9");
        }
    }
}
