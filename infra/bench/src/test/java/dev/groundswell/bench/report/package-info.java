@NullMarked
package dev.groundswell.bench.report;

import org.jspecify.annotations.NullMarked;
