/**
 * From a change on the queue to profiles and counters: how many a second, at what cost. Read {@link
 * dev.groundswell.bench.ingest.IngestBench} first.
 */
@NullMarked
package dev.groundswell.bench.ingest;

import org.jspecify.annotations.NullMarked;
