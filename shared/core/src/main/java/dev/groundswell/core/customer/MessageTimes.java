package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a person last received a message by a channel, and last clicked in one, as far as is known. */
public record MessageTimes(
        Channel channel,
        @Nullable Instant lastReceivedAt,
        @Nullable Instant lastClickedAt) {}
