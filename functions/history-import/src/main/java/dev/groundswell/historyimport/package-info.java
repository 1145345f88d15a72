/** Imports of history, step by step. Read {@link dev.groundswell.historyimport.HistoryImportHandler}. */
@NullMarked
package dev.groundswell.historyimport;

import org.jspecify.annotations.NullMarked;
