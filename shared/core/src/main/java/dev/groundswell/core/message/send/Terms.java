package dev.groundswell.core.message.send;

import dev.groundswell.core.message.send.Claims.DayCap;
import java.time.Instant;
import java.util.Optional;

/**
 * Under which terms a slice is sent.
 *
 * @param cap   empty: none
 * @param until no provider is asked from here on
 */
public record Terms(Optional<DayCap> cap, Recheck recheck, Instant until) {}
