/**
 * Imports of history on AWS: what is known of them in the table {@code Imports} ({@link
 * dev.groundswell.cloud.history.ImportTable}), their files in the bucket {@code ImportFiles} ({@link
 * dev.groundswell.cloud.history.ImportFileBucket}).
 */
@NullMarked
package dev.groundswell.cloud.history;

import org.jspecify.annotations.NullMarked;
