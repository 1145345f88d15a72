package dev.groundswell.core.message.text;

/** A piece of a part. */
record Span(TextPart part, int start, int end) {

    static Span all(TextPart part, String text) {
        return new Span(part, 0, text.length());
    }
}
