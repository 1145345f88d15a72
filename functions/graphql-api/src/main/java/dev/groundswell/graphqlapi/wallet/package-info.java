/** What messages are paid from, and paying in. Read {@link dev.groundswell.graphqlapi.wallet.WalletPorts}. */
@NullMarked
package dev.groundswell.graphqlapi.wallet;

import org.jspecify.annotations.NullMarked;
