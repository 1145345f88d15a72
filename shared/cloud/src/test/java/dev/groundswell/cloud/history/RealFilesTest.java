package dev.groundswell.cloud.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportState;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.history.StartImport;
import dev.groundswell.core.history.UploadId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** Real files, through the worker, against the figures of their own README. They lie beside the project, or are absent. */
class RealFilesTest {

    private static final Path ROOT = Path.of(System.getProperty("groundswell.root", "."));
    private static final Path DATA = ROOT.resolve("../shared/data");

    private final ImportDesk desk = new ImportDesk();

    @BeforeEach
    void onlyWhereTheyAre() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "The real files are not beside the project.");
    }

    private UploadId uploaded(String file) throws IOException {
        var path = DATA.resolve(file);
        return desk.upload(path.getFileName().toString(), Files.readAllBytes(path));
    }

    private HistoryImport imported(UploadId upload, SourceFormat format, @Nullable String mapping) {
        var result = desk.start(upload, format, mapping, null);
        assertThat(result).isInstanceOf(StartImport.Result.Started.class);
        desk.deliverAll();
        var it = desk.read(((StartImport.Result.Started) result).fresh().id());
        assertThat(it.state()).isInstanceOf(ImportState.Completed.class);
        return it;
    }

    private void saveMapping(String name, String file) throws IOException {
        Map<String, Object> values =
                JSON.std.mapFrom(Files.readString(ROOT.resolve("docs/mappings").resolve(file)));
        switch (ColumnMapping.read(values)) {
            case ColumnMapping.Reading.Valid(var mapping) ->
                desk.mappings.save(ImportDesk.STORE.id(), new NamedMapping(name, mapping, desk.now));
            case ColumnMapping.Reading.Invalid(var problems) -> throw new AssertionError(problems);
        }
    }

    @Test
    void ofTmallByAMappingIsWhole() throws IOException {
        saveMapping("tmall", "tmall-orders.json");

        var it = imported(uploaded("tmall-orders-2020-02/orders.csv"), SourceFormat.MAPPED_CSV, "tmall");

        assertThat(it.progress().accepted()).isEqualTo(28_010);
        assertThat(it.progress().rejected()).isZero();
        assertThat(desk.orders.distinct()).hasSize(28_010);
    }

    @Test
    void ofTaobaosSellerCentreIsWhole() throws IOException {
        var it = imported(
                uploaded("taobao-export/ExportOrderList_2017-07.masked_sample.gbk.csv"),
                SourceFormat.TAOBAO_EXPORT,
                null);

        assertThat(it.progress().accepted()).isPositive();
        assertThat(it.progress().rejected()).isZero();
    }

    @Test
    void ofTaobaosBehaviourIsWhole() throws IOException {
        var it = imported(uploaded("taobao-behaviour/UserBehavior_tail10000.csv"), SourceFormat.TAOBAO_BEHAVIOUR, null);

        assertThat(it.progress().accepted()).isEqualTo(10_000);
        assertThat(desk.behaviour.sent()).isNotEmpty();
        assertThat(desk.orders.sent()).isEmpty();
    }

    @Test
    void ofPlatformsAnswersAreWhole() throws IOException {
        assertThat(imported(
                                uploaded("taobao-open-platform/trades_sold_get.sandbox.json"),
                                SourceFormat.TAOBAO_TRADES,
                                null)
                        .progress()
                        .rejected())
                .isZero();
        assertThat(imported(uploaded("shopify/go-shopify_orders.json"), SourceFormat.SHOPIFY, null)
                        .progress()
                        .rowsRead())
                .isPositive();
        assertThat(imported(uploaded("woocommerce/order_v3_sample1.json"), SourceFormat.WOOCOMMERCE, null)
                        .progress()
                        .rowsRead())
                .isPositive();
    }

    @Test
    void ofOrderChangesAreWhole() throws IOException {
        var it = imported(uploaded("tmall-orders-2020-02/order-changes.jsonl"), SourceFormat.ORDER_CHANGES, null);

        assertThat(it.progress().accepted()).isEqualTo(61_666);
    }
}
