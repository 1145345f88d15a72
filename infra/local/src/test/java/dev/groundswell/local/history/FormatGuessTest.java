package dev.groundswell.local.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.groundswell.core.format.SourceFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatGuessTest {

    private static final Path DATA = Path.of(System.getProperty("groundswell.root", ""), "..", "shared", "data");
    private static final String EXPORT = "\"订单编号\",\"买家会员名\",\"买家支付宝账号\"\r\n\"=\"\"1\"\"\",\"t**\",\"\"\r\n";

    @TempDir
    private Path directory = Path.of("");

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }

    @Nested
    class OfWhatWeMade {

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
        void theSellerCentresExportIsKnownInEachOfItsEncodings(String charset) throws IOException {
            assertThat(FormatGuess.of(file(EXPORT.getBytes(Charset.forName(charset)))))
                    .contains(SourceFormat.TAOBAO_EXPORT);
        }

        @Test
        void aByteOrderMarkIsNoLetter() throws IOException {
            assertThat(FormatGuess.of(file("\uFEFF{\"orderId\":\"1\"}".getBytes(StandardCharsets.UTF_8))))
                    .contains(SourceFormat.ORDER_CHANGES);
        }

        @Test
        void packedFilesAreLookedInto() throws IOException {
            byte[] event = "{\"buyerId\":\"b\",\"kind\":\"VIEW\",\"itemId\":\"i\"}".getBytes(StandardCharsets.UTF_8);
            Path gzip = directory.resolve("gzip");
            try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
                out.write(event);
            }
            Path zip = directory.resolve("zip");
            try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
                out.putNextEntry(new ZipEntry("events.jsonl"));
                out.write(event);
            }

            assertThat(FormatGuess.of(gzip)).contains(SourceFormat.BEHAVIOUR_EVENTS);
            assertThat(FormatGuess.of(zip)).contains(SourceFormat.BEHAVIOUR_EVENTS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a,b\n1,2\n", "{}", "订单编号,总金额\n1,2\n", "\u0000\u0001"})
        void whatCouldBeAnythingIsNotGuessed(String text) throws IOException {
            assertThat(FormatGuess.of(file(text.getBytes(StandardCharsets.UTF_8))))
                    .isEmpty();
        }
    }

    @Nested
    class OfRealFiles {

        @ParameterizedTest
        @CsvSource({
            "taobao-export/ExportOrderList_2017-07.masked_sample.gbk.csv, TAOBAO_EXPORT",
            "taobao-behaviour/UserBehavior_tail10000.csv,                 TAOBAO_BEHAVIOUR",
            "taobao-open-platform/trades_sold_get.sandbox.json,           TAOBAO_TRADES",
            "taobao-open-platform/trade_fullinfo_get.sample.json,         TAOBAO_TRADES",
            "shopify/orders_create.webhook.json,                          SHOPIFY",
            "shopify/go-shopify_orders.json,                              SHOPIFY",
            "shopify/shopify_python_api_orders.json,                      SHOPIFY",
            "woocommerce/order_v3_sample1.json,                           WOOCOMMERCE",
            "olist-sample/order-changes.jsonl,                            ORDER_CHANGES"
        })
        void theFormatIsRight(Path file, SourceFormat format) {
            assumeTrue(Files.isDirectory(DATA), "Skipped: the real files in " + DATA + " are not part of the product.");

            assertThat(FormatGuess.of(DATA.resolve(file))).contains(format);
        }
    }
}
