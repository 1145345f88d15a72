/** Whether many workers together keep to a provider's pace. Read {@link dev.groundswell.bench.pace.PaceBench}. */
@NullMarked
package dev.groundswell.bench.pace;

import org.jspecify.annotations.NullMarked;
