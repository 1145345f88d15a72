package dev.groundswell.core.message.provider;

/** What a provider made of one message. */
public sealed interface Answer {

    /** It took it. */
    record Accepted(String providerMessageId) implements Answer {}

    /** It will never take this one, for the message's own sake: the number, the address, the text. */
    record Refused(String code, String message) implements Answer {}

    /** It has certainly not taken it, for its own sake: throttled, not reached, closed. Another provider may, or a later try. */
    record NotTaken(String code, String message) implements Answer {}

    /** Nobody knows: it was asked, and its answer was lost or told nothing. */
    record Lost(String reason) implements Answer {}
}
