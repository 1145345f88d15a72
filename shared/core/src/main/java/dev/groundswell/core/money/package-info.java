/** Amounts of money as whole minor units of one currency. Read {@link dev.groundswell.core.money.Money}. */
@NullMarked
package dev.groundswell.core.money;

import org.jspecify.annotations.NullMarked;
