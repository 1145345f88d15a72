package dev.groundswell.cloud.history.record;

import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.history.Position;
import dev.groundswell.core.history.RecordFiles;
import dev.groundswell.core.history.RecordForm;
import dev.groundswell.core.history.Records;

/**
 * Reads files of any size: zip archives of one file or several, gzip, or neither; UTF-8 with or without a byte order mark,
 * UTF-16 or GB18030; CSV separated by commas, semicolons or tabs; JSON one object a line, or documents. A file that is not
 * packed is read on from a place at once; of a packed one, or one in UTF-16, all before it is read again.
 */
public final class RecordFileReader implements RecordFiles {

    @Override
    public Records open(Stored stored, RecordForm form, FileHints hints, Position from, Patience patience) {
        return new FileRecords(stored, form, hints, from, patience);
    }
}
