package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.RowSet;

/**
 * The rows of a block that a rule selects.
 *
 * @param sure       what columns decide
 * @param candidates what needs the buyer's history to be decided; none of them is sure
 */
public record Selection(RowSet sure, RowSet candidates) {}
