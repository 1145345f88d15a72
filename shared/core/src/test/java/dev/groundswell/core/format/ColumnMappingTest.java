package dev.groundswell.core.format;

import static dev.groundswell.core.format.PlainValues.list;
import static dev.groundswell.core.format.PlainValues.object;
import static dev.groundswell.core.format.PlainValues.with;
import static dev.groundswell.core.format.PlainValues.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.format.ColumnMapping.Problem;
import dev.groundswell.core.format.ColumnMapping.Reading;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMappingTest {

    static ColumnMapping valid(Map<String, ?> values) {
        return switch (ColumnMapping.read(values)) {
            case Reading.Valid(var mapping) -> mapping;
            case Reading.Invalid(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static List<Problem> problems(Map<String, ?> values) {
        return switch (ColumnMapping.read(values)) {
            case Reading.Invalid(var problems) -> problems;
            case Reading.Valid(var mapping) -> throw new AssertionError("It was read: " + mapping);
        };
    }

    private static List<String> fieldsOfProblems(Map<String, ?> values) {
        return problems(values).stream().map(Problem::field).toList();
    }

    @Nested
    class AMapping {

        @Test
        void isReadAgainFromItsOwnValues() {
            var mapping = valid(with(
                    with(Samples.mapping(), "closesUnpaidAfter", "PT72H"),
                    "file",
                    object("encoding", "GB18030", "delimiter", ";")));

            assertThat(valid(mapping.values())).isEqualTo(mapping);
            assertThat(mapping.file()).isEqualTo(new ColumnMapping.FileHints("GB18030", ';'));
        }

        @Test
        void saysWhichOfItsColumnsAFileLacks() {
            var header =
                    List.of("\uFEFFOrder no", "Customer ", "State", "Placed", "Paid on", "Total", "First", "Channel");

            assertThat(valid(Samples.mapping()).missingIn(header))
                    .extracting(Problem::field)
                    .containsExactly("columns.refunded", "columns.buyer.name");
            assertThat(valid(Samples.mapping()).missingIn(Samples.mappedRow().keySet()))
                    .isEmpty();
        }
    }

    @Nested
    class AMappingThatIsWrong {

        @Test
        void namesTheKeyNobodyKnowsAndThoseThereAre() {
            var problem = problems(with(Samples.mapping(), "colums", object())).getFirst();

            assertThat(problem.field()).isEqualTo("colums");
            assertThat(problem.message()).contains("columns");
        }

        @Test
        void namesTheFieldNobodyKnowsAndThoseThereAre() {
            var problem =
                    problems(with(Samples.mapping(), "columns.amount", "Total")).getFirst();

            assertThat(problem.field()).isEqualTo("columns.amount");
            assertThat(problem.message()).contains("payable");
        }

        @Test
        void tellsEverythingAtOnce() {
            assertThat(fieldsOfProblems(object("rows", "SOME", "times", object("zone", "Mars"))))
                    .contains(
                            "rows",
                            "times.zone",
                            "times.formats",
                            "columns.orderId",
                            "columns.orderedAt",
                            "columns.payable",
                            "columns.buyerId",
                            "columns.paidAt");
        }

        @ParameterizedTest
        @CsvSource({
            "times.formats, qqqqqqqqqq",
            "amounts.decimal, ;",
            "amounts.thousands, ','",
            "statusWords.Open, SOON",
            "constants.status, GONE",
            "constants.orderId, 7",
            "constants.region.postcode, 7",
            "file.encoding, no such",
            "file.delimiter, ;;",
            "closesUnpaidAfter, soon",
            "closesUnpaidAfter, PT-1H",
            "buyers, NOBODY",
            "columns.paidAt, ' '",
            "columns, none"
        })
        void namesTheValueThatIsWrong(String path, String value) {
            var isList = path.equals("times.formats");
            var mapping = path.startsWith("constants.")
                    ? with(Samples.mapping(), "constants", object(path.substring("constants.".length()), value))
                    : with(Samples.mapping(), path, isList ? list(value) : value);

            assertThat(fieldsOfProblems(mapping)).contains(isList ? "times.formats[0]" : path);
        }

        @ParameterizedTest
        @ValueSource(strings = {"YYYY-MM-dd", "dd/mm/yyyy", "HH:mm", "yyyy-MM-dd hh:mm", "yyyy-MM-dd'T", "yyyy"})
        void hasAFormatThatLosesTheDateOrTheTime(String format) {
            assertThat(fieldsOfProblems(with(Samples.mapping(), "times.formats", list(format))))
                    .containsExactly("times.formats[0]");
        }

        @Test
        void needsToKnowWhoBought() {
            var mapping = with(Samples.mapping(), "buyers", "ONE_PER_ORDER");

            assertThat(fieldsOfProblems(mapping)).containsExactly("buyers");
        }

        @Test
        void needsAPriceForItsItems() {
            assertThat(fieldsOfProblems(with(Samples.mapping(), "itemColumns", object("title", "Article"))))
                    .containsExactly("itemColumns.price");
            assertThat(fieldsOfProblems(with(Samples.mapping(), "rows", "ONE_PER_ITEM")))
                    .containsExactly("itemColumns");
        }

        @ParameterizedTest
        @ValueSource(strings = {"columns", "times"})
        void needsItsParts(String part) {
            assertThat(problems(without(Samples.mapping(), part))).isNotEmpty();
        }

        @Test
        void mayHoldAnything() {
            var strange =
                    object("columns", list(1, 2), "times", 5, "constants", object("status", list()), "note", Map.of());

            assertThat(fieldsOfProblems(strange)).contains("columns", "times", "constants.status", "note");
        }
    }

    @Nested
    class AFormatOfTimes {

        private @Nullable Object read(String format, String written) {
            var time = new TimeFormat(format, java.time.ZoneId.of("Asia/Shanghai")).parse(written);
            return time == null ? null : time.toInstant();
        }

        @ParameterizedTest
        @CsvSource({
            "yyyy-MM-dd HH:mm:ss, 2020-02-29 23:59:59, 2020-02-29T15:59:59Z",
            "yyyy-MM-dd, 2020-02-29, 2020-02-28T16:00:00Z",
            "uuuu/M/d H:mm, 2020/2/9 3:04, 2020-02-08T19:04:00Z",
            "d MMM yyyy hh:mm a, 9 feb 2020 03:04 pm, 2020-02-09T07:04:00Z",
            "yyyy-MM-dd HH:mm:ss XXX, 2020-02-29 23:59:59 +01:00, 2020-02-29T22:59:59Z",
            "ISO, 2020-02-29T23:59:59.5-03:00, 2020-03-01T02:59:59.500Z",
            "ISO, 2020-02-29 23:59:59, 2020-02-29T15:59:59Z",
            "ISO, 2020-02-29, 2020-02-28T16:00:00Z",
            "UNIX_SECONDS, 1511544070, 2017-11-24T17:21:10Z",
            "UNIX_MILLIS, 1511544070001, 2017-11-24T17:21:10.001Z"
        })
        void readsWhatIsWrittenSo(String format, String written, String instant) {
            assertThat(read(format, written)).hasToString(instant);
        }

        @ParameterizedTest
        @CsvSource({
            "yyyy-MM-dd, 2020-02-30",
            "yyyy-MM-dd, 20200229",
            "yyyy-MM-dd, 1970-01-01",
            "yyyy-MM-dd HH:mm:ss, 2020-02-29",
            "UNIX_SECONDS, 99999999999",
            "UNIX_SECONDS, -5",
            "ISO, yesterday"
        })
        void readsNothingElse(String format, String written) {
            assertThat(read(format, written)).isNull();
        }
    }
}
