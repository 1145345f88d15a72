/**
 * Audiences that stay as they are: who met a rule at one instant, with addresses and values, so that a campaign can be sent to
 * exactly these people over hours. Read {@link dev.groundswell.core.segment.freeze.FrozenAudience} for the states, then {@link
 * dev.groundswell.core.segment.freeze.StartFreeze} and {@link dev.groundswell.core.segment.freeze.FreezeRange} for the work.
 */
@NullMarked
package dev.groundswell.core.segment.freeze;

import org.jspecify.annotations.NullMarked;
