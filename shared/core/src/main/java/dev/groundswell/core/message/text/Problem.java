package dev.groundswell.core.message.text;

/**
 * Something about a wording that its writer should know.
 *
 * @param message a sentence that says what would be right
 * @param part    where it is
 * @param start   of the place, in UTF-16 units of the part as it was written
 * @param end     behind it; the part's whole length where all of it is meant
 */
public record Problem(Severity severity, ProblemCode code, String message, TextPart part, int start, int end) {

    /** Whether it may be sent so. */
    public enum Severity {
        /** It must not: a carrier, the law or the store forbids it. */
        ERROR,
        /** It can, if somebody means it so. */
        WARNING
    }
}
