package dev.groundswell.cloud.history.record;

import org.jspecify.annotations.Nullable;

/** A record's bytes, or those of a line that is none. */
final class Piece {

    /** As large as a message of the queue may be, and twice as large as any order should be. */
    static final int MAX_BYTES = 256 * 1024;

    /** Of a line that is too long, so much is shown. */
    static final int SHOWN_BYTES = 1_024;

    private final long line;
    private final byte[] bytes;
    private final @Nullable String problem;

    private Piece(long line, byte[] bytes, @Nullable String problem) {
        this.line = line;
        this.bytes = bytes;
        this.problem = problem;
    }

    static Piece good(long line, byte[] bytes) {
        return new Piece(line, bytes, null);
    }

    static Piece bad(long line, byte[] bytes, String problem) {
        return new Piece(line, bytes, problem);
    }

    /** Its first, from 1. */
    long line() {
        return line;
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** A sentence that says why it is no record; absent if it may be one. */
    @Nullable
    String problem() {
        return problem;
    }

    boolean isBlank() {
        for (var b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }
}
