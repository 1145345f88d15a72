package dev.groundswell.core.behaviour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item that a buyer is interested in.
 *
 * @param at when the buyer last showed it
 */
public record ItemInterest(String itemId, @Nullable String category, Instant at) {}
