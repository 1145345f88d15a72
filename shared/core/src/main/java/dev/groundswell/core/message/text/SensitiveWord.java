package dev.groundswell.core.message.text;

/**
 * A word that must not go out.
 *
 * @param text   1 to {@value #MAX_LENGTH} characters
 * @param reason a sentence for whoever wrote it into a message, 1 to {@value #MAX_REASON} characters
 */
public record SensitiveWord(String text, String reason) {

    public static final int MAX_LENGTH = 50;
    public static final int MAX_REASON = 100;

    public SensitiveWord {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A word has 1 to " + MAX_LENGTH + " characters.");
        }
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new IllegalArgumentException("A word's reason has 1 to " + MAX_REASON + " characters.");
        }
    }
}
