package dev.groundswell.core.history;

import dev.groundswell.core.format.ColumnMapping;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A column mapping as a store keeps it, to read its files by.
 *
 * @param name    1 to 60 characters that are neither control characters nor blanks at an end
 * @param savedAt when it was last written
 */
public record NamedMapping(String name, ColumnMapping mapping, Instant savedAt) {

    /** More than that is a mistake: one is written once for each kind of file. */
    public static final int MAX_PER_STORE = 100;

    private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}\\s]([^\\p{Cntrl}]{0,58}[^\\p{Cntrl}\\s])?");

    public NamedMapping {
        if (!isName(name)) {
            throw new IllegalArgumentException("No mapping may be named '" + name + "'.");
        }
    }

    public static boolean isName(String name) {
        return FORM.matcher(name).matches();
    }
}
