package dev.groundswell.core.segment.rule;

/**
 * A piece of a rule's text.
 *
 * @param text  of a TEXT what it says, without quotes; else as written
 * @param start in the rule's text
 * @param end   the first place after it
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        /** A keyword, a field, a number, a time: whatever stands between blanks, parentheses, commas and signs. */
        WORD,
        /** In quotes. */
        TEXT,
        /** Of the characters of comparisons. */
        SIGN,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    boolean is(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** As an error says what was found. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the rule";
            case TEXT -> "the text " + Shown.of(text);
            case WORD, SIGN, OPEN, CLOSE, COMMA -> Shown.of(text);
        };
    }
}
