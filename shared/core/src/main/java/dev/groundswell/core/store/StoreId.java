package dev.groundswell.core.store;

import java.util.regex.Pattern;

/**
 * The id of a store: 1 to 40 lower-case letters, digits and hyphens. It is the first part of every key, so it never
 * contains the separator {@code |}.
 */
public record StoreId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public StoreId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A store id is 1 to 40 lower-case letters, digits and hyphens, not '" + value + "'.");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
