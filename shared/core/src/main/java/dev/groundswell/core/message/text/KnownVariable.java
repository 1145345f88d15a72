package dev.groundswell.core.message.text;

/**
 * A variable that can be written into a message.
 *
 * @param meaning as a person reads it; one sentence
 */
public record KnownVariable(String name, VariableType type, String meaning) {

    /** Those that each message has of its own, where its campaign has a link and a way out. */
    public static final KnownVariable LINK = new KnownVariable(
            Variables.LINK,
            VariableType.LINK,
            "The campaign's link, of its own for each person, so that clicks are counted.");

    public static final KnownVariable UNSUBSCRIBE_LINK = new KnownVariable(
            Variables.UNSUBSCRIBE_LINK, VariableType.LINK, "Where the person gets no more messages by this channel.");
}
