package dev.groundswell.core.message.provider;

import java.util.regex.Pattern;

/** The id of a store's provider, which people choose, e.g. {@code aws-sms}: 1 to 40 lower-case letters, digits and hyphens. */
public record ProviderId(String value) implements Comparable<ProviderId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public ProviderId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A provider's id is 1 to 40 lower-case letters, digits and hyphens, not '" + value + "'.");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(ProviderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
