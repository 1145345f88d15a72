/** What sending a campaign costs. Read {@link dev.groundswell.bench.send.SendBench}. */
@NullMarked
package dev.groundswell.bench.send;

import org.jspecify.annotations.NullMarked;
