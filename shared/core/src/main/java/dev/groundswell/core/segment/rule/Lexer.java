package dev.groundswell.core.segment.rule;

import dev.groundswell.core.segment.rule.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a rule's text into tokens, in one pass. */
final class Lexer {

    private static final String SIGNS = "=!<>";

    /** What keyboards and word processors put in place of the plain characters, in pairs: theirs, ours. */
    private static final String LOOK_ALIKES = "（(）)，,＝=！!＜<＞>‘'’'“'”'\"'`'≥>≤<≠!＇'";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<TextError> errors = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** @param tokens the last is END; not to be used where there are errors */
    record Cut(List<Token> tokens, List<TextError> errors) {}

    static Cut cut(String text) {
        var lexer = new Lexer(text);
        while (lexer.at < text.length() && lexer.errors.size() < RuleLimits.MAX_ERRORS) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Kind.END, "", text.length(), text.length()));
        return new Cut(lexer.tokens, lexer.errors);
    }

    /** Where a word or a sign ends in the text that it was begun in. */
    static int endOf(Token begun, String text) {
        var lexer = new Lexer(text);
        lexer.at = begun.start();
        lexer.next();
        return lexer.at;
    }

    private void next() {
        var character = text.charAt(at);
        switch (character) {
            case '(' -> add(Kind.OPEN, at + 1);
            case ')' -> add(Kind.CLOSE, at + 1);
            case ',' -> add(Kind.COMMA, at + 1);
            case '\'' -> quoted();
            default -> other(character);
        }
    }

    private void other(char character) {
        if (isBlank(character)) {
            at++;
        } else if (SIGNS.indexOf(character) >= 0) {
            add(Kind.SIGN, endOf(each -> SIGNS.indexOf(each) >= 0));
        } else if (isWordPart(character)) {
            add(Kind.WORD, endOf(Lexer::isWordPart));
        } else {
            refuse(text.codePointAt(at));
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at, end));
        at = end;
    }

    private interface Sort {
        boolean has(char character);
    }

    private int endOf(Sort sort) {
        var end = at;
        while (end < text.length() && sort.has(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void quoted() {
        var said = new StringBuilder();
        var place = at + 1;
        while (true) {
            var quote = text.indexOf('\'', place);
            if (quote < 0) {
                errors.add(new TextError(at, "This text has no end.", List.of("'")));
                at = text.length();
                return;
            }
            said.append(text, place, quote);
            if (!text.startsWith("''", quote)) {
                tokens.add(new Token(Kind.TEXT, said.toString(), at, quote + 1));
                at = quote + 1;
                return;
            }
            said.append('\'');
            place = quote + 2;
        }
    }

    private void refuse(int codePoint) {
        var pair = LOOK_ALIKES.indexOf(codePoint);
        if (pair >= 0 && pair % 2 == 0) {
            var plain = ourSign(LOOK_ALIKES.charAt(pair + 1), codePoint);
            errors.add(
                    new TextError(at, "%s is written %s here.".formatted(Shown.of(codePoint), plain), List.of(plain)));
        } else {
            errors.add(new TextError(at, "%s cannot stand here.".formatted(Shown.of(codePoint)), List.of()));
        }
        at += Character.charCount(codePoint);
    }

    private static String ourSign(char ours, int theirs) {
        return "≥≤≠".indexOf(theirs) >= 0 ? ours + "=" : String.valueOf(ours);
    }

    /** Blanks of any script, and ends of lines; no other control character. */
    private static boolean isBlank(char character) {
        return Character.isSpaceChar(character) || "\t\n\r".indexOf(character) >= 0;
    }

    private static boolean isWordPart(char character) {
        return !isBlank(character)
                && !Character.isISOControl(character)
                && !Character.isSurrogate(character)
                && "(),'=!<>".indexOf(character) < 0
                && !isLookAlike(character);
    }

    private static boolean isLookAlike(char character) {
        var pair = LOOK_ALIKES.indexOf(character);
        return pair >= 0 && pair % 2 == 0;
    }
}
