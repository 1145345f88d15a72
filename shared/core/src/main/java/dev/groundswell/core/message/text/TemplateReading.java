package dev.groundswell.core.message.text;

import java.util.List;

/** What reading a wording came to. */
public sealed interface TemplateReading {

    record Read(MessageTemplate template) implements TemplateReading {}

    /** @param errors at least one */
    record Refused(List<TemplateError> errors) implements TemplateReading {

        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
