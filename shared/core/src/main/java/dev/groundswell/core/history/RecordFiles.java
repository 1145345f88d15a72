package dev.groundswell.core.history;

import dev.groundswell.core.format.ColumnMapping.FileHints;
import java.io.IOException;
import java.io.InputStream;

/** Opens files of any size as records, whatever their compression, characters and separators are. */
public interface RecordFiles {

    /**
     * Opens a file at a place that {@link Records#position} gave, or at {@link Position#START}.
     *
     * @param hints    what is known of the file; what it leaves open is detected
     * @param patience asked now and then while what lies before the place is passed over
     */
    Records open(Stored stored, RecordForm form, FileHints hints, Position from, Patience patience);

    /** A file as it is stored. */
    interface Stored {

        long bytes();

        /** @param fromByte at most {@link #bytes} */
        InputStream from(long fromByte) throws IOException;
    }

    /** Whoever waits for a file to be opened. */
    @FunctionalInterface
    interface Patience {

        Patience ENDLESS = () -> true;

        /** Whether to go on; if not, the file is {@link SourceRecord.Unreadable}. */
        boolean lasts();
    }
}
