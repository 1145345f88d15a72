package dev.groundswell.core.message.text;

import java.util.Arrays;

/**
 * A text as words are looked for in it: in lower case and half width, without what cannot be seen, and without blanks between
 * Chinese characters. Every character knows its place in the text as it was written.
 */
final class FoldedText {

    private static final char FIRST_FULL_WIDTH = '！';
    private static final char LAST_FULL_WIDTH = '～';
    private static final int TO_HALF_WIDTH = FIRST_FULL_WIDTH - '!';
    private static final char IDEOGRAPHIC_SPACE = '　';

    private final String characters;
    private final int[] places;

    private FoldedText(String characters, int[] places) {
        this.characters = characters;
        this.places = places;
    }

    static FoldedText of(String text) {
        var kept = new StringBuilder();
        var places = new int[text.length()];
        for (var at = 0; at < text.length(); at++) {
            if (!isSkipped(text, at, kept)) {
                places[kept.length()] = at;
                kept.append(fold(text.charAt(at)));
            }
        }
        return new FoldedText(kept.toString(), Arrays.copyOf(places, kept.length()));
    }

    private static boolean isSkipped(String text, int at, CharSequence before) {
        var character = text.charAt(at);
        return Character.getType(character) == Character.FORMAT
                || (isBlank(character) && !before.isEmpty() && isChinese(before.charAt(before.length() - 1)));
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || character == IDEOGRAPHIC_SPACE;
    }

    private static boolean isChinese(char character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static char fold(char character) {
        var half = character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH
                ? (char) (character - TO_HALF_WIDTH)
                : character;
        return Character.toLowerCase(half);
    }

    String characters() {
        return characters;
    }

    int length() {
        return characters.length();
    }

    char at(int index) {
        return characters.charAt(index);
    }

    /** Where a character stands in the text as it was written. */
    int place(int index) {
        return places[index];
    }

    /** Whether no word of Latin letters is cut by these bounds. */
    boolean isWhole(int start, int end) {
        return !(isInWord(start - 1) && isInWord(start)) && !(isInWord(end - 1) && isInWord(end));
    }

    private boolean isInWord(int index) {
        return index >= 0 && index < length() && (isLatin(at(index)) || at(index) == '_');
    }

    private static boolean isLatin(char character) {
        return Character.isLetterOrDigit(character) && !isChinese(character);
    }
}
