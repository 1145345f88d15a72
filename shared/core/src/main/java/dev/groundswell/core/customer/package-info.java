/** What is known of a buyer, computed from the buyer's orders. Read {@link dev.groundswell.core.customer.CustomerProfile}. */
@NullMarked
package dev.groundswell.core.customer;

import org.jspecify.annotations.NullMarked;
