package dev.groundswell.core.history;

import dev.groundswell.core.order.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What came of a block's rows. */
final class Tally {

    private final String file;
    private final List<String> texts = new ArrayList<>();
    private final List<RejectedLines.Line> rejectedLines = new ArrayList<>();
    private long accepted;
    private long skipped;

    /** @param file what the rejected lines are said to be of, unless they are of a file within an archive */
    Tally(String file) {
        this.file = file;
    }

    void accept(int rows) {
        accepted += rows;
    }

    void handOver(int rows, String text) {
        accept(rows);
        texts.add(text);
    }

    void skip(int rows) {
        skipped += rows;
    }

    void reject(SourceRecord.Bad bad) {
        reject(bad.file(), bad.line(), bad.rejection(), bad.text());
    }

    void reject(List<SourceRecord.Row> rows, Rejection rejection) {
        rows.forEach(row -> reject(row.file(), row.line(), rejection, row.text()));
    }

    private void reject(String within, long line, Rejection rejection, String original) {
        var where = within.isEmpty() ? file : within;
        rejectedLines.add(new RejectedLines.Line(
                new RejectedLine(where, line, rejection.field(), rejection.message()), original));
    }

    /** What goes on the queue. */
    List<String> texts() {
        return texts;
    }

    List<RejectedLines.Line> rejectedLines() {
        return rejectedLines;
    }

    List<RejectedLine> firstRejected(List<RejectedLine> before) {
        return Stream.concat(before.stream(), rejectedLines.stream().map(RejectedLines.Line::what))
                .limit(HistoryImport.MAX_FIRST_REJECTED)
                .toList();
    }

    ImportProgress addedTo(ImportProgress before, long bytesRead) {
        return new ImportProgress(
                before.rowsRead() + accepted + skipped + rejectedLines.size(),
                before.accepted() + accepted,
                before.rejected() + rejectedLines.size(),
                before.skipped() + skipped,
                before.handedOver() + texts.size(),
                Math.clamp(bytesRead, before.bytesRead(), before.bytesTotal()),
                before.bytesTotal(),
                before.step());
    }

    /** Whether so many are rejected that the file cannot be what its person says. */
    boolean isHopeless() {
        var rows = accepted + skipped + rejectedLines.size();
        return rows >= ImportLimits.ROWS_TO_JUDGE
                && rejectedLines.size() * 100L >= rows * ImportLimits.HOPELESS_PERCENT;
    }

    /** Why most lines were rejected. */
    String mostFrequentReason() {
        Map<String, Integer> counts = new HashMap<>();
        rejectedLines.forEach(line -> counts.merge(line.what().reason(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
