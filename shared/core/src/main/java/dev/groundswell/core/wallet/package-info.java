/**
 * What messages are paid from: prepaid, reserved before a send begins, settled by what was sent, never overdrawn. Read {@link
 * dev.groundswell.core.wallet.Wallets}.
 */
@NullMarked
package dev.groundswell.core.wallet;

import org.jspecify.annotations.NullMarked;
