@NullMarked
package dev.groundswell.bench.ingest;

import org.jspecify.annotations.NullMarked;
