package dev.groundswell.core.wallet;

/**
 * Money kept for one send, in minor units.
 *
 * @param id     of whatever is sent, e.g. a campaign's
 * @param amount what was kept at first
 * @param spent  what was settled
 * @param open   what is kept still; the rest was given back
 */
public record Reservation(String id, long amount, long spent, long open) {}
