package dev.groundswell.core.segment.rule;

/**
 * Something that could stand at a place of a rule's text.
 *
 * @param text    to put there, e.g. {@code paid_orders}, {@code NOT IN}, {@code bought_in(}
 * @param meaning one sentence; empty where the text says it all
 */
public record Completion(Kind kind, String text, String meaning) {

    /** What a completion is, so that an editor can give each its mark. */
    public enum Kind {
        KEYWORD,
        FIELD,
        FUNCTION,
        OPERATOR,
        VALUE
    }

    static Completion keyword(String text) {
        return new Completion(Kind.KEYWORD, text, "");
    }

    static Completion of(Field field) {
        return new Completion(Kind.FIELD, field.word(), field.meaning());
    }

    static Completion of(TestOperator operator) {
        return new Completion(Kind.OPERATOR, operator.sign(), "");
    }

    static Completion value(String text) {
        return new Completion(Kind.VALUE, text, "");
    }
}
