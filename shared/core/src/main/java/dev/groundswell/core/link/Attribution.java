package dev.groundswell.core.link;

import java.time.Duration;

/**
 * For whom payments count that follow a click.
 *
 * @param to     what all messages of one sender are for, e.g. {@code c.20261111T000000Z-5f3a9c1e} of a campaign
 * @param within how long after the person's first click
 */
public record Attribution(String to, Duration within) {}
