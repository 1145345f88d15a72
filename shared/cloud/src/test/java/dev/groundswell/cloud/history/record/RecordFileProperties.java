package dev.groundswell.cloud.history.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.history.Position;
import dev.groundswell.core.history.RecordForm;
import dev.groundswell.core.history.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes are: the reader ends, throws nothing, and answers at the right lines. */
class RecordFileProperties {

    private static final String CSV = """
        订单编号,名称,金额
        ="1001","a ""b"", c",1.50
        1002,"two
        lines",2
        1003,四川,3
        """;

    private static final String JSON_LINES = """
        {"id":1,"name":"四川"}
        {"id":2,"items":[{"a":"}"}]}
        {"id":3}
        """;

    private static final String DOCUMENT = """
        {"trades_sold_get_response":{"trades":{"trade":[{"tid":1},
        {"tid":2,"x":"\\"["}]}}}
        {"orders":[{"id":4}]}
        """;

    /** What readers trip over, and a little of everything else. */
    @Provide
    Arbitrary<String> awkwardText() {
        var characters = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("\"", ",", "\n", "\r", ";", "\t", "=\"")),
                Tuple.of(3, Arbitraries.of("{", "}", "[", "]", ":", "\\", "{\"a\":1}", "\"orders\":[")),
                Tuple.of(2, Arbitraries.of("a", "1", "四", "\u0000", "\uFEFF", "é", "😀", " ")));
        return characters.list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<byte[]> anyBytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    }

    @Provide
    Arbitrary<byte[]> damagedFiles() {
        var whole = Arbitraries.of(
                AFile.of(CSV),
                AFile.of(CSV, AFile.GB18030),
                AFile.of("\uFEFF" + CSV, StandardCharsets.UTF_16LE),
                AFile.of(JSON_LINES),
                AFile.of(DOCUMENT),
                AFile.of(CSV).gzipped(),
                AFile.of(DOCUMENT).gzipped().and(AFile.of(DOCUMENT).gzipped()),
                AFile.zipped(Map.of("a.csv", AFile.of(CSV))));
        var damages = Arbitraries.integers().between(0, 10_000).list().ofMaxSize(6);
        return Combinators.combine(
                        whole,
                        damages,
                        Arbitraries.bytes(),
                        Arbitraries.integers().between(0, 400))
                .as((file, places, other, kept) -> damaged(file.bytes(), places, other, kept));
    }

    private static byte[] damaged(byte[] bytes, List<Integer> places, byte other, int kept) {
        for (var place : places) {
            bytes[place % bytes.length] = other;
        }
        return kept < 200 ? Arrays.copyOf(bytes, Math.min(bytes.length, kept + 1)) : bytes;
    }

    @Property(tries = 2_000)
    void anyBytesComeToAnEnd(@ForAll("anyBytes") byte[] bytes, @ForAll RecordForm form) {
        assertIsRead(AFile.of(bytes), form);
    }

    @Property(tries = 2_000)
    void damagedFilesComeToAnEnd(@ForAll("damagedFiles") byte[] bytes, @ForAll RecordForm form) {
        assertIsRead(AFile.of(bytes), form);
    }

    /** Ends, at most one record a byte, lines growing; and the same in whatever pieces the bytes arrive. */
    private static void assertIsRead(AFile file, RecordForm form) {
        var records = file.records(form);

        assertThat(records).hasSizeLessThanOrEqualTo(1_000_000);
        assertThat(lines(records)).isSorted().allMatch(line -> line >= 1);
        assertThat(file.inChunksOf(1).records(form)).isEqualTo(records);
    }

    private static List<Long> lines(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> record instanceof SourceRecord.Row || record instanceof SourceRecord.Bad)
                .map(RecordFileProperties::line)
                .toList();
    }

    private static long line(SourceRecord record) {
        return switch (record) {
            case SourceRecord.Row row -> row.line();
            case SourceRecord.Bad bad -> bad.line();
            case SourceRecord.Unreadable broken -> broken.line();
            case SourceRecord.End _ -> 0;
        };
    }

    private static String text(SourceRecord record) {
        return switch (record) {
            case SourceRecord.Row row -> row.text();
            case SourceRecord.Bad bad -> bad.text();
            case SourceRecord.Unreadable _, SourceRecord.End _ -> "";
        };
    }

    /** Without NULs: of so short a text they make one that is taken for UTF-16, and then its lines are others. */
    @Property(tries = 3_000)
    void everyRecordStandsWhereItsLineSays(@ForAll("awkwardText") String text, @ForAll RecordForm form) {
        var written = "a,b\n" + text.replace("\u0000", "");
        var lines = written.split("\n", -1);

        for (var record : AFile.of(written).records(form)) {
            var first = text(record).split("[\n\r]", -1)[0];
            assertThat(line(record) == 0 ? first : lines[(int) line(record) - 1])
                    .contains(first);
        }
    }

    @Property(tries = 1_000)
    void theReadingGoesOnAnywhere(
            @ForAll("awkwardText") String text, @ForAll RecordForm form, @ForAll @IntRange(max = 20) int at) {
        var file = AFile.of("x,y\n" + text);
        try (var records = file.open(form, Position.START)) {
            for (var passed = 0; passed < at; passed++) {
                records.next();
            }
            var again = file.records(form, records.position());
            assertThat(again).isEqualTo(AFile.rest(records));
        }
    }
}
