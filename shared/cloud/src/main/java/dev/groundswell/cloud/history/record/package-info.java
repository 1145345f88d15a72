/**
 * Files of any size as records: what they are compressed with, written in and separated by is detected. Read {@link
 * dev.groundswell.cloud.history.record.RecordFileReader}.
 */
@NullMarked
package dev.groundswell.cloud.history.record;

import org.jspecify.annotations.NullMarked;
