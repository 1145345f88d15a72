package dev.groundswell.cloud.history.record;

import org.jspecify.annotations.Nullable;

/** Cuts a part's bytes into pieces; what the pieces are depends on the bytes alone, not on how they arrive. */
interface Splitter {

    /** The next piece; {@code null} at the end. */
    @Nullable
    Piece next();

    /** Behind the last piece. */
    long offset();

    /** The line there, from 1. */
    long line();

    /** What has to be known there of what lies before; empty if nothing. */
    String context();
}
