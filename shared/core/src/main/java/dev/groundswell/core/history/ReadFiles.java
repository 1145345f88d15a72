package dev.groundswell.core.history;

import dev.groundswell.core.format.TaobaoExportItem;
import dev.groundswell.core.history.Block.Entry;
import dev.groundswell.core.history.ImportRuns.Checkpoint;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads an import's files from where it is to their end, or as far as the time lasts. */
final class ReadFiles {

    private final RunImport.Ports ports;
    private final Lease lease;
    private final Store store;
    private final Allowance allowance;
    private final OpenFiles files;

    ReadFiles(RunImport.Ports ports, Lease lease, Store store, Allowance allowance) {
        this.ports = ports;
        this.lease = lease;
        this.store = store;
        this.allowance = allowance;
        this.files = new OpenFiles(ports.files(), ports.recordFiles(), store.id());
    }

    /** Ends with the import over; empty if the time is. */
    Optional<ImportRun> read(ImportRun from) {
        var run = from;
        if (run.it().phase() == ImportPhase.ITEM_FILE) {
            var staged = new ItemFile(run.it()).read(run);
            if (staged.isEmpty() || staged.get().it().state().isOver()) {
                return staged;
            }
            run = staged.get();
        }
        return new MainFile(run.it()).read(run);
    }

    /** Reads one of the files, block by block. */
    private abstract class Phase {

        final HistoryImport it;

        Phase(HistoryImport it) {
            this.it = it;
        }

        abstract Records open(Position from);

        abstract RowConversion conversion();

        /** Writes what a block brings, all of it, and counts it; again, if it was written before. */
        abstract Tally write(Block block);

        abstract boolean isRoomForMore();

        abstract long bytesBefore();

        abstract ImportPhase after();

        final Optional<ImportRun> read(ImportRun from) {
            var run = from;
            try (var records = open(run.position())) {
                var blocks = new BlockReader(records, conversion(), ImportLimits.BLOCK_ROWS);
                while (run.it().phase() == from.it().phase()) {
                    if (!hasTime()) {
                        return Optional.empty();
                    }
                    run = done(run, blocks.next());
                }
            }
            return Optional.of(run);
        }

        /** Waits until there is room. False if the time is over before; an import that ended meanwhile need not wait. */
        private boolean hasTime() {
            while (allowance.suffices()) {
                if (isRoomForMore() || lease.isEndedMeanwhile()) {
                    return true;
                }
                allowance.pause(ImportLimits.PAUSE);
            }
            return false;
        }

        private ImportRun done(ImportRun run, Block block) {
            var tally = write(block);
            if (!tally.rejectedLines().isEmpty()) {
                ports.rejectedLines().keep(store.id(), it.id(), it.phase(), run.block(), tally.rejectedLines());
            }
            var isWhole = block.isLast() && block.broken() == null;
            var kept = lease.kept(new Checkpoint(
                    run.it().phase(),
                    run.block(),
                    isWhole && after() == ImportPhase.FILE
                            ? ImportPhase.FILE
                            : run.it().phase(),
                    isWhole && after() == ImportPhase.FILE ? Position.START : block.end(),
                    tally.addedTo(run.it().progress(), bytesBefore() + block.storedBytes()),
                    tally.firstRejected(run.it().firstRejected())));
            return next(kept, run.block(), block, tally);
        }

        private ImportRun next(ImportRun kept, long number, Block block, Tally tally) {
            if (kept.it().state().isOver()) {
                return lease.ended(kept, kept.it().state());
            }
            if (number == 0 && tally.isHopeless()) {
                return lease.ended(kept, new ImportState.Failed(hopeless(block, tally)));
            }
            if (block.broken() != null) {
                return lease.ended(kept, new ImportState.Failed(broken(block.broken())));
            }
            return block.isLast() && after() == ImportPhase.REPORT
                    ? lease.ended(kept, new ImportState.Completed())
                    : kept;
        }

        private String hopeless(Block block, Tally tally) {
            var how = it.mapping() == null
                    ? "as " + it.format()
                    : "by the mapping '" + it.mapping().name() + "'";
            return "Of the first " + block.rows() + " rows "
                    + tally.rejectedLines().size()
                    + " were rejected, most often because: " + tally.mostFrequentReason()
                    + " Most likely the file is not to be read " + how + ". Nothing after these rows was read.";
        }

        private String broken(SourceRecord.Unreadable broken) {
            var where = broken.file().isEmpty() ? "" : broken.file() + ", ";
            return "From " + where + "line " + broken.line() + " on the file cannot be read. " + broken.reason()
                    + " What was read before is taken in.";
        }
    }

    /** The item file: its rows are put where the rows of orders find them. */
    private final class ItemFile extends Phase {

        private final StoredFile file;

        ItemFile(HistoryImport it) {
            super(it);
            this.file = Objects.requireNonNull(it.itemFile());
        }

        @Override
        Records open(Position from) {
            return files.openItems(file, from, ReadFiles.this::patience);
        }

        @Override
        RowConversion conversion() {
            return RowConversion.UNCHANGED;
        }

        @Override
        boolean isRoomForMore() {
            return true;
        }

        @Override
        long bytesBefore() {
            return 0;
        }

        @Override
        ImportPhase after() {
            return ImportPhase.FILE;
        }

        @Override
        Tally write(Block block) {
            var tally = new Tally(file.name());
            Map<String, List<SourceRecord.Row>> byOrder = new LinkedHashMap<>();
            for (var entry : block.entries()) {
                switch (entry) {
                    case Entry.Line(var bad) -> tally.reject(bad);
                    case Entry.Rows(var rows) -> sort(rows.getFirst(), byOrder, tally);
                }
            }
            var refused = ports.stagedItems().stage(store.id(), it.id(), itemRows(byOrder));
            byOrder.forEach((order, rows) -> {
                if (refused.contains(order)) {
                    tally.reject(rows, tooMany(order));
                } else {
                    tally.accept(rows.size());
                }
            });
            return tally;
        }

        private static void sort(SourceRecord.Row row, Map<String, List<SourceRecord.Row>> byOrder, Tally tally) {
            switch (TaobaoExportItem.read(row.values())) {
                case TaobaoExportItem.Reading.Refused(var rejection) -> tally.reject(List.of(row), rejection);
                case TaobaoExportItem.Reading.Item(var item) ->
                    byOrder.computeIfAbsent(item.orderId(), _ -> new ArrayList<>())
                            .add(row);
            }
        }

        private static Map<String, List<StagedItems.ItemRow>> itemRows(Map<String, List<SourceRecord.Row>> byOrder) {
            Map<String, List<StagedItems.ItemRow>> rows = new LinkedHashMap<>();
            byOrder.forEach((order, ofOrder) -> rows.put(
                    order,
                    ofOrder.stream()
                            .map(row -> new StagedItems.ItemRow(row.line(), row.values()))
                            .toList()));
            return rows;
        }

        private static Rejection tooMany(String order) {
            return new Rejection(
                    RejectionCode.OUT_OF_RANGE, "", "Order " + order + " has more rows in the item file than fit.");
        }
    }

    /** The file itself: its rows go on the queue. */
    private final class MainFile extends Phase {

        private final ImportFeed feed;
        private final OrderSource source;
        private final RowConversion conversion;

        MainFile(HistoryImport it) {
            super(it);
            this.feed = it.format().bringsOrders() ? ports.orders() : ports.behaviour();
            this.source = OrderSource.ofImport(it.id().value());
            this.conversion = RowConversion.of(
                    FileToRead.of(it), store, orders -> ports.stagedItems().find(store.id(), it.id(), orders));
        }

        @Override
        Records open(Position from) {
            return files.open(FileToRead.of(it), from, ReadFiles.this::patience);
        }

        @Override
        RowConversion conversion() {
            return conversion;
        }

        @Override
        boolean isRoomForMore() {
            return feed.waiting() <= ImportLimits.WAITING_MESSAGES;
        }

        @Override
        long bytesBefore() {
            return it.itemFile() == null ? 0 : it.itemFile().bytes();
        }

        @Override
        ImportPhase after() {
            return ImportPhase.REPORT;
        }

        @Override
        Tally write(Block block) {
            var tally = new Tally("");
            var prepared = conversion.preparedFor(block.values());
            for (var entry : block.entries()) {
                switch (entry) {
                    case Entry.Line(var bad) -> tally.reject(bad);
                    case Entry.Rows(var rows) -> convert(rows, prepared, tally);
                }
            }
            feed.send(store.id(), source, tally.texts());
            return tally;
        }

        private void convert(List<SourceRecord.Row> rows, RowConversion prepared, Tally tally) {
            var values = rows.stream().map(SourceRecord.Row::values).toList();
            switch (prepared.convert(values)) {
                case RowConversion.Outcome.Rejected(var rejection) -> tally.reject(rows, rejection);
                case RowConversion.Outcome.Skipped _ -> tally.skip(rows.size());
                case RowConversion.Outcome.Taken(var taken) -> handOver(rows, feed.text(taken), tally);
            }
        }

        private void handOver(List<SourceRecord.Row> rows, String text, Tally tally) {
            if (isTooLarge(text)) {
                tally.reject(
                        rows,
                        new Rejection(
                                RejectionCode.OUT_OF_RANGE,
                                "",
                                "The order has more than " + feed.maxBytes() + " bytes."));
            } else {
                tally.handOver(rows.size(), text);
            }
        }

        /** A character has at most three bytes, or two of them four. */
        private boolean isTooLarge(String text) {
            return text.length() > feed.maxBytes() / 3
                    && text.getBytes(StandardCharsets.UTF_8).length > feed.maxBytes();
        }
    }

    private boolean patience() {
        return !lease.isEndedMeanwhile() && allowance.suffices();
    }
}
