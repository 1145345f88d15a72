package dev.groundswell.core.history;

import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.store.StoreId;
import java.io.InputStream;

/** Opens a store's uploaded files as records. */
record OpenFiles(ImportFiles files, RecordFiles recordFiles, StoreId store) {

    Records open(FileToRead file, Position from, RecordFiles.Patience patience) {
        return recordFiles.open(stored(file.file()), file.form(), file.hints(), from, patience);
    }

    Records openItems(StoredFile itemFile, Position from, RecordFiles.Patience patience) {
        return recordFiles.open(stored(itemFile), RecordForm.CSV, new FileHints(null, null), from, patience);
    }

    private RecordFiles.Stored stored(StoredFile file) {
        return new RecordFiles.Stored() {
            @Override
            public long bytes() {
                return file.bytes();
            }

            @Override
            public InputStream from(long fromByte) {
                return files.open(store, file, fromByte);
            }
        };
    }
}
