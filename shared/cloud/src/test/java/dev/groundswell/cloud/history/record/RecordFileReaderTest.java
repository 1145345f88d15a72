package dev.groundswell.cloud.history.record;

import static dev.groundswell.cloud.history.record.AFile.GB18030;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.history.Position;
import dev.groundswell.core.history.RecordForm;
import dev.groundswell.core.history.SourceRecord;
import dev.groundswell.core.history.SourceRecord.Bad;
import dev.groundswell.core.history.SourceRecord.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFileReaderTest {

    private static final SourceRecord.End END = new SourceRecord.End();

    private static String unreadable(AFile file, RecordForm form) {
        var last = file.records(form).getLast();
        return last instanceof SourceRecord.Unreadable broken ? broken.reason() : "readable";
    }

    private static List<Long> badLines(AFile file, RecordForm form) {
        return file.records(form).stream()
                .filter(Bad.class::isInstance)
                .map(record -> ((Bad) record).line())
                .toList();
    }

    @Nested
    class ACsv {

        @Test
        void isRowsByTheirHeader() {
            assertThat(AFile.of("id,name\n1,Anna\n2,\"Bo, jr.\"\n").records(RecordForm.CSV))
                    .containsExactly(
                            new Row("", 2, "1,Anna", Map.of("id", "1", "name", "Anna")),
                            new Row("", 3, "2,\"Bo, jr.\"", Map.of("id", "2", "name", "Bo, jr.")),
                            END);
        }

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t"})
        void isSeparatedByWhatItsHeaderHasMostOf(String delimiter) {
            var file = AFile.of("id,name,x\n1,2,3".replace(",", delimiter));

            assertThat(file.rows(RecordForm.CSV)).containsExactly(Map.of("id", "1", "name", "2", "x", "3"));
        }

        @Test
        void mayHaveLinesWithinQuotes() {
            var file = AFile.of("id,note\r\n1,\"a\r\n\"\"b\"\"\"\r\n2,c\r\n");

            assertThat(file.records(RecordForm.CSV))
                    .containsExactly(
                            new Row("", 2, "1,\"a\r\n\"\"b\"\"\"", Map.of("id", "1", "note", "a\r\n\"b\"")),
                            new Row("", 4, "2,c", Map.of("id", "2", "note", "c")),
                            END);
        }

        @Test
        void losesOneLineToAQuoteThatIsNeverClosed() {
            var file = AFile.of("id,note\n1,a\n2,\"b\n3,c\n4,d\n");

            assertThat(file.rows(RecordForm.CSV))
                    .extracting(row -> row.get("id"))
                    .containsExactly("1", "3", "4");
            assertThat(badLines(file, RecordForm.CSV)).containsExactly(3L);
        }

        @Test
        void losesOneLineToAQuoteThatIsNeverClosedInALongFileToo() {
            var rows = "7,x\n".repeat(100_000);
            var file = AFile.of("id,note\n1,a\n2,\"b\n" + rows);

            assertThat(file.rows(RecordForm.CSV)).hasSize(100_001);
            assertThat(badLines(file, RecordForm.CSV)).containsExactly(3L);
        }

        @Test
        void losesOneLineThatIsFarTooLong() {
            var file = AFile.of("id,note\n1," + "x".repeat(1_000_000) + "\n2,b\n");

            assertThat(file.rows(RecordForm.CSV)).containsExactly(Map.of("id", "2", "note", "b"));
            assertThat(badLines(file, RecordForm.CSV)).containsExactly(2L);
        }

        @Test
        void answersRowsOfOtherWidths() {
            var file = AFile.of("a,b\n1,2\n3\n4,5,6\n7,8,,\n");

            assertThat(badLines(file, RecordForm.CSV)).containsExactly(3L, 4L);
        }

        @Test
        void mayHaveBlankLinesAndBlankRows() {
            assertThat(AFile.of("\n a , b \n\n1,2\n,\n  \n3,4").records(RecordForm.CSV))
                    .containsExactly(
                            new Row("", 4, "1,2", Map.of("a", "1", "b", "2")),
                            new Row("", 7, "3,4", Map.of("a", "3", "b", "4")),
                            END);
        }

        @Test
        void keepsWhatSpreadsheetsNeedToKeepAnIdWhole() {
            assertThat(AFile.of("id,b\n=\"40155648372911632\",'13800000000\n").rows(RecordForm.CSV))
                    .containsExactly(Map.of("id", "=\"40155648372911632\"", "b", "'13800000000"));
        }

        @Test
        void withoutAHeaderNumbersItsColumns() {
            assertThat(AFile.of("u,i\nv,j\n").rows(RecordForm.CSV_WITHOUT_HEADER))
                    .containsExactly(Map.of("1", "u", "2", "i"), Map.of("1", "v", "2", "j"));
        }

        @Test
        void mayEndItsLinesWithCarriageReturns() {
            assertThat(AFile.of("a,b\r1,2\r3,4").rows(RecordForm.CSV)).hasSize(2);
        }
    }

    @Nested
    class Text {

        private static final String ROWS = "编号,省份\n1,四川\n2,联通\n";

        @Test
        void isUtf8() {
            assertThat(AFile.of(ROWS).rows(RecordForm.CSV)).contains(Map.of("编号", "2", "省份", "联通"));
        }

        @Test
        void isUtf8WithAByteOrderMark() {
            assertThat(AFile.of("\uFEFF" + ROWS).rows(RecordForm.CSV)).contains(Map.of("编号", "1", "省份", "四川"));
        }

        @Test
        void isGb18030() {
            assertThat(AFile.of(ROWS, GB18030).rows(RecordForm.CSV)).contains(Map.of("编号", "2", "省份", "联通"));
        }

        @Test
        void isGb18030WhereItBeginsLateInTheFile() {
            var file = AFile.of("a,b\n" + "1,x\n".repeat(200_000) + "2,四川\n", GB18030);

            assertThat(file.rows(RecordForm.CSV)).contains(Map.of("a", "2", "b", "四川"));
        }

        @Test
        void isUtf16() {
            assertThat(AFile.of("\uFEFF" + ROWS, StandardCharsets.UTF_16LE).rows(RecordForm.CSV))
                    .contains(Map.of("编号", "1", "省份", "四川"));
            assertThat(AFile.of("a\tb\n1\t2\n", StandardCharsets.UTF_16BE).rows(RecordForm.CSV))
                    .containsExactly(Map.of("a", "1", "b", "2"));
        }

        @Test
        void thatIsBrokenInOneLineCostsThatLine() {
            var bytes = AFile.of("编号,省份\n1,四川\n2,浙江\n3,广东\n").bytes();
            bytes[AFile.of("编号,省份\n1,四川\n2,").length()] = (byte) 0xff;

            assertThat(badLines(AFile.of(bytes), RecordForm.CSV)).containsExactly(3L);
        }
    }

    @Nested
    class AnArchive {

        private final AFile csv = AFile.of("a,b\n1,2\n3,4\n");

        @Test
        void isGzipOfOneMemberOrSeveral() {
            assertThat(csv.gzipped().rows(RecordForm.CSV)).hasSize(2);
            assertThat(csv.gzipped().and(AFile.of("5,6\n").gzipped()).rows(RecordForm.CSV))
                    .hasSize(3);
        }

        @Test
        void isZipOfFilesThatEachHaveAHeader() {
            var entries = new LinkedHashMap<String, AFile>();
            entries.put("__MACOSX/._a.csv", AFile.of("rubbish"));
            entries.put("一月.csv", csv);
            entries.put("b/二月.csv", AFile.of("b;a\n9;8\n", GB18030));
            var file = AFile.zipped(entries);

            assertThat(file.records(RecordForm.CSV))
                    .containsExactly(
                            new Row("一月.csv", 2, "1,2", Map.of("a", "1", "b", "2")),
                            new Row("一月.csv", 3, "3,4", Map.of("a", "3", "b", "4")),
                            new Row("b/二月.csv", 2, "9;8", Map.of("a", "8", "b", "9")),
                            END);
        }

        @Test
        void thatIsCutOffIsReadAsFarAsItGoes() {
            var rows = new StringBuilder("a,b\n");
            for (var i = 0; i < 50_000; i++) {
                rows.append(i * 7919L % 100_003).append(',').append(i).append('\n');
            }
            var whole = AFile.of(rows.toString()).gzipped();
            var cutOff = whole.cutOffAt(whole.length() / 2);

            assertThat(unreadable(cutOff, RecordForm.CSV)).contains("cut off");
            assertThat(cutOff.rows(RecordForm.CSV)).hasSizeGreaterThan(10_000);
        }

        @Test
        void thatIsEncryptedIsRefused() {
            var bytes = AFile.zipped(Map.of("a.csv", csv)).bytes();
            bytes[6] |= 1;

            assertThat(unreadable(AFile.of(bytes), RecordForm.CSV)).contains("encrypted");
        }

        @Test
        void thatSwellsBeyondReasonIsGivenUp() {
            var zeros = AFile.of(new byte[300 * 1024 * 1024]).gzipped();

            assertThat(unreadable(zeros, RecordForm.CSV)).contains("swells");
        }

        @Test
        void ofAnotherKindIsNamed() {
            assertThat(unreadable(AFile.zipped(Map.of("[Content_Types].xml", csv)), RecordForm.CSV))
                    .contains("Excel workbook");
            assertThat(unreadable(AFile.of("Rar!...."), RecordForm.CSV)).contains("RAR");
        }
    }

    @Nested
    class Json {

        @Test
        void isOneObjectALine() {
            var file = AFile.of("{\"tid\":407790526756527104,\"n\":1}\n\nnonsense\n[1]\n{\"price\":0.10}");

            assertThat(file.rows(RecordForm.JSON))
                    .containsExactly(
                            Map.of("tid", 407790526756527104L, "n", 1), Map.of("price", new BigDecimal("0.10")));
            assertThat(badLines(file, RecordForm.JSON)).containsExactly(3L, 4L);
        }

        @Test
        void isAnArrayOfObjects() {
            var file = AFile.of("[\n {\"id\": 1,\n  \"items\": [{\"x\": \"}\"}]},\n {\"id\": 2}\n]\n");

            assertThat(file.records(RecordForm.JSON))
                    .containsExactly(
                            new Row(
                                    "",
                                    2,
                                    "{\"id\": 1,\n  \"items\": [{\"x\": \"}\"}]}",
                                    Map.of("id", 1, "items", List.of(Map.of("x", "}")))),
                            new Row("", 4, "{\"id\": 2}", Map.of("id", 2)),
                            END);
        }

        @Test
        void isAPlatformsAnswerWithTheOrdersInside() {
            var taobao = "{\"trades_sold_get_response\":{\"total_results\":2,\"note\":{\"a\":[1]},"
                    + "\"trades\":{\"trade\":[{\"tid\":1,\"orders\":{\"order\":[{\"oid\":5}]}},{\"tid\":2}]}}}";
            var shopify = "{\"orders\":[{\"id\":1,\"order\":{\"x\":1}},{\"id\":2}]}";

            assertThat(AFile.of(taobao).rows(RecordForm.JSON))
                    .extracting(row -> row.get("tid"))
                    .containsExactly(1, 2);
            assertThat(AFile.of(shopify).rows(RecordForm.JSON))
                    .extracting(row -> row.get("id"))
                    .containsExactly(1, 2);
            assertThat(AFile.of(taobao + "\n" + taobao).rows(RecordForm.JSON)).hasSize(4);
            assertThat(AFile.of("{\"order\": {\"id\": 7}}").rows(RecordForm.JSON))
                    .containsExactly(Map.of("id", 7));
        }

        @Test
        void thatIsBrokenInOneObjectCostsThatObject() {
            var file = AFile.of("[\n{\"id\": 1},\n{\"id\": \"2},\n{\"id\": ,3},\n{\"id\": 4}\n]");

            assertThat(file.rows(RecordForm.JSON))
                    .extracting(row -> row.get("id"))
                    .containsExactly(1, 4);
            assertThat(badLines(file, RecordForm.JSON)).containsExactly(3L, 4L);
        }

        @Test
        void thatEndsTooEarlyIsAnsweredThere() {
            var file = AFile.of("[\n{\"id\": 1},\n{\"id\": 2");

            assertThat(file.rows(RecordForm.JSON)).hasSize(1);
            assertThat(badLines(file, RecordForm.JSON)).containsExactly(3L);
        }
    }

    @Nested
    class Anywhere {

        @Test
        void theReadingGoesOnWhereItWasLeft() {
            var json = "{\"orders\":[{\"id\":1},\n{\"id\":2},\n{\"id\":3}]}";
            var csv = "a,b\n1,\"x\ny\"\n2,z\n3,w\n";
            var entries = Map.of("a.csv", AFile.of(csv));

            assertGoesOnAnywhere(AFile.of(json), RecordForm.JSON);
            assertGoesOnAnywhere(AFile.of(csv), RecordForm.CSV);
            assertGoesOnAnywhere(AFile.of(csv).gzipped(), RecordForm.CSV);
            assertGoesOnAnywhere(AFile.of("\uFEFF" + csv, StandardCharsets.UTF_16LE), RecordForm.CSV);
            assertGoesOnAnywhere(AFile.zipped(entries), RecordForm.CSV);
        }

        private static void assertGoesOnAnywhere(AFile file, RecordForm form) {
            var all = file.records(form);
            try (var records = file.open(form, Position.START)) {
                for (var read = 0; read < all.size(); read++) {
                    assertThat(file.records(form, records.position())).isEqualTo(all.subList(read, all.size()));
                    assertThat(records.next()).isEqualTo(all.get(read));
                }
            }
        }
    }
}
