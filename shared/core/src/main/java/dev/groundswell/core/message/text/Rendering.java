package dev.groundswell.core.message.text;

import dev.groundswell.core.message.Content;
import java.util.Set;

/** What a template came to for one person. */
public sealed interface Rendering {

    record Rendered(Content content) implements Rendering {}

    /** The person has no value for these, so there is nothing to send. */
    record MissingVariables(Set<String> names) implements Rendering {

        public MissingVariables {
            names = Set.copyOf(names);
        }
    }
}
