/** Customers' profiles in DynamoDB, beside their orders. Read {@link dev.groundswell.cloud.customer.CustomerProfileTable}. */
@NullMarked
package dev.groundswell.cloud.customer;

import org.jspecify.annotations.NullMarked;
