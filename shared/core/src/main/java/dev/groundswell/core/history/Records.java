package dev.groundswell.core.history;

import java.util.List;

/** A file being read record by record, in memory that does not grow with it. */
public interface Records extends AutoCloseable {

    /** The next record. After {@link SourceRecord.End} or {@link SourceRecord.Unreadable} the same again. */
    SourceRecord next();

    /** Behind the last record that {@link #next} gave. */
    Position position();

    /** Of the file as it is stored, up to about {@link #position}; grows with it. */
    long storedBytesRead();

    /** The names of the columns, without blanks around; known once the first record is. Empty for JSON. */
    List<String> columns();

    /** What was detected, for people: {@code gzip, GB18030, columns separated by ";"}. */
    String description();

    @Override
    void close();
}
