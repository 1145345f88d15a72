/** What is known of a buyer, computed from the buyer's orders and behaviour and what the buyer said about messages. Read {@link dev.groundswell.core.customer.CustomerProfile}, and {@link dev.groundswell.core.customer.Reach} for who can be reached. */
@NullMarked
package dev.groundswell.core.customer;

import org.jspecify.annotations.NullMarked;
