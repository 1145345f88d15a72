/**
 * Providers of messages that reach nobody: they take their time, fail as they are told, report what became of messages, and keep
 * what they were sent in sight. Read {@link dev.groundswell.local.simulator.Simulator}.
 */
@NullMarked
package dev.groundswell.local.simulator;

import org.jspecify.annotations.NullMarked;
