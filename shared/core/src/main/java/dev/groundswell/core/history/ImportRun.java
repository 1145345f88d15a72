package dev.groundswell.core.history;

/**
 * An import as its worker took it.
 *
 * @param position where to go on in the file that is being read
 * @param block    the how manyeth block comes next, from 0, counted anew in each phase
 * @param attempts how many workers took it since the last checkpoint, this one included
 */
public record ImportRun(HistoryImport it, Position position, long block, int attempts) {}
