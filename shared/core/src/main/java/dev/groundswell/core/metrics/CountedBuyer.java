package dev.groundswell.core.metrics;

import dev.groundswell.core.customer.CustomerProfile;

/**
 * A buyer as the projection left it.
 *
 * @param version       of the stored profile, raised by every writer
 * @param contributions those that the counters hold of this buyer
 */
public record CountedBuyer(long version, CustomerProfile profile, Contributions contributions) {}
