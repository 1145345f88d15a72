package dev.groundswell.core.segment.rule;

/** What somebody wrote, as a message quotes it: short, and without characters that cannot be seen. */
final class Shown {

    /** Enough to recognise it by. */
    private static final int MAX = 40;

    private Shown() {}

    static String of(String text) {
        var shown = new StringBuilder("'");
        text.codePoints().limit(MAX).forEach(point -> append(shown, point));
        return shown.append(text.codePointCount(0, Math.min(text.length(), 2 * MAX + 2)) > MAX ? "…'" : "'")
                .toString();
    }

    static String of(int codePoint) {
        return of(Character.toString(codePoint));
    }

    private static void append(StringBuilder shown, int point) {
        if (isReadable(point)) {
            shown.appendCodePoint(point);
        } else {
            shown.append("U+%04X".formatted(point));
        }
    }

    private static boolean isReadable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
