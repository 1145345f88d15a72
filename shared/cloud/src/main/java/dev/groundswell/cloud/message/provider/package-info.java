/** Providers, their pace and how messages are shared out among them, in the table {@code Channels}. Read {@link dev.groundswell.cloud.message.provider.ProviderTable}. */
@NullMarked
package dev.groundswell.cloud.message.provider;

import org.jspecify.annotations.NullMarked;
