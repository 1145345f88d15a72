package dev.groundswell.core.history;

/**
 * A place between two records of a file, from which the reading can go on.
 *
 * @param part    of an archive of several files the how manyeth, from 0; otherwise 0
 * @param offset  in bytes of the part, decompressed
 * @param line    the line there, from 1
 * @param context what the reader has to know of what lies before; only it understands it
 */
public record Position(int part, long offset, long line, String context) {

    public static final Position START = new Position(0, 0, 1, "");
}
