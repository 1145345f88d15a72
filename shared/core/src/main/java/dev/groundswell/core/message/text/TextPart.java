package dev.groundswell.core.message.text;

/** Where in a message something is written. */
public enum TextPart {
    SUBJECT,
    HTML,
    /** An SMS's text, or an e-mail's for those who read no HTML. */
    TEXT
}
