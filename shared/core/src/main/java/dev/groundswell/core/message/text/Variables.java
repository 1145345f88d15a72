package dev.groundswell.core.message.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one person, as it is to be read in a message. */
@FunctionalInterface
public interface Variables {

    /** Where the campaign's link leads this person. */
    String LINK = "link";

    /** Where this person gets out. */
    String UNSUBSCRIBE_LINK = "unsubscribe_link";

    /** The value of a variable, in the form in which a person reads it; null where there is none. */
    @Nullable
    String value(String name);

    static Variables of(Map<String, String> values) {
        return Map.copyOf(values)::get;
    }

    /** These, and before them one more. */
    default Variables with(String name, String value) {
        return wanted -> wanted.equals(name) ? value : value(wanted);
    }
}
