package dev.groundswell.core.message;

/** What a message is, by law: advertising needs a way out of it, and a notice must not look like advertising. */
public enum MessageKind {
    MARKETING,
    /** About an order of the person's own. */
    NOTICE
}
