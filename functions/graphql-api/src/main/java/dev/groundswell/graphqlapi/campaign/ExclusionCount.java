package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.message.ExclusionReason;

/** How many members get no message for a reason. */
record ExclusionCount(ExclusionReason reason, long count) {}
