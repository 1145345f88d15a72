package dev.groundswell.core.order;

import org.jspecify.annotations.Nullable;

/**
 * Where the goods go.
 *
 * @param country ISO 3166 code, as the source wrote it
 */
public record Region(
        @Nullable String country,
        @Nullable String province,
        @Nullable String city) {

    public static final Region UNKNOWN = new Region(null, null, null);
}
