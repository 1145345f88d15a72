package dev.groundswell.core.message.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * HTML as far as a mail's checks need it: its tags, and what a person sees. It is read once from beginning to end, whatever
 * somebody has written; so nothing keeps it busy.
 */
final class HtmlText {

    private static final String COMMENT = "<!--";
    private static final String END_OF_COMMENT = "-->";

    /** What is within them is not seen. */
    private static final Set<String> HIDDEN = Set.of("style", "script", "head", "title");

    private static final char NO_PLACE = '\u200B';

    private final String source;
    private final List<Tag> tags = new ArrayList<>();
    private final StringBuilder shown;

    private HtmlText(String source) {
        this.source = source;
        this.shown = new StringBuilder(source);
    }

    static HtmlText of(String source) {
        var html = new HtmlText(source);
        html.read();
        return html;
    }

    /**
     * A tag; comments are none.
     *
     * @param name in lower case, with a slash before it where the tag closes something
     * @param text all of it, with its brackets
     */
    record Tag(String name, String text, int start, int end) {

        boolean contains(int place) {
            return start <= place && place < end;
        }
    }

    List<Tag> tags() {
        return tags;
    }

    /** As long as the source, so that places are the same; what is not seen is blanked out by what takes no place. */
    String shown() {
        return shown.toString();
    }

    /** What is seen between two places. */
    String shown(int from, int to) {
        return shown.substring(from, to).replace(String.valueOf(NO_PLACE), "");
    }

    private void read() {
        var at = source.indexOf('<');
        while (at >= 0) {
            at = source.indexOf('<', source.startsWith(COMMENT, at) ? skipComment(at) : readTag(at));
        }
    }

    private int skipComment(int start) {
        var end = source.indexOf(END_OF_COMMENT, start + COMMENT.length());
        return hide(start, end < 0 ? source.length() : end + END_OF_COMMENT.length());
    }

    private int readTag(int start) {
        var end = source.indexOf('>', start) + 1;
        if (end == 0) {
            return source.length();
        }
        var tag = new Tag(name(start + 1, end), source.substring(start, end), start, end);
        tags.add(tag);
        return hide(start, HIDDEN.contains(tag.name()) ? endOf(tag) : end);
    }

    private String name(int from, int end) {
        var to = source.charAt(from) == '/' ? from + 1 : from;
        while (to < end && Character.isLetterOrDigit(source.charAt(to))) {
            to++;
        }
        return source.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** Where what the tag hides ends: at its closing tag, or nowhere. */
    private int endOf(Tag tag) {
        var closing = "</" + tag.name();
        for (var at = source.indexOf("</", tag.end()); at >= 0; at = source.indexOf("</", at + 1)) {
            if (source.regionMatches(true, at, closing, 0, closing.length()) && isNameOver(at + closing.length())) {
                return at;
            }
        }
        return source.length();
    }

    private boolean isNameOver(int at) {
        return at == source.length() || !Character.isLetterOrDigit(source.charAt(at));
    }

    private int hide(int from, int to) {
        for (var at = from; at < to; at++) {
            shown.setCharAt(at, NO_PLACE);
        }
        return to;
    }
}
