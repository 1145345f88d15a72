/** What messages are paid from, on DynamoDB: {@link dev.groundswell.cloud.wallet.WalletTable}. */
@NullMarked
package dev.groundswell.cloud.wallet;

import org.jspecify.annotations.NullMarked;
