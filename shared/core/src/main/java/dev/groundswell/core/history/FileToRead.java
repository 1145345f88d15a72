package dev.groundswell.core.history;

import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.format.SourceFormat;
import org.jspecify.annotations.Nullable;

/** Uploaded files together with how they are to be read. */
record FileToRead(
        StoredFile file,
        SourceFormat format,
        @Nullable ColumnMapping mapping,
        @Nullable StoredFile itemFile) {

    private static final FileHints NOTHING_KNOWN = new FileHints(null, null);

    static FileToRead of(HistoryImport it) {
        return new FileToRead(
                it.file(),
                it.format(),
                it.mapping() == null ? null : it.mapping().mapping(),
                it.itemFile());
    }

    RecordForm form() {
        return RecordForm.of(format);
    }

    FileHints hints() {
        return mapping == null ? NOTHING_KNOWN : mapping.file();
    }

    /** All that decides what comes of the upload. */
    String reading() {
        return format + "|" + (mapping == null ? "" : mapping.values()) + "|"
                + (itemFile == null ? "" : itemFile.upload());
    }
}
