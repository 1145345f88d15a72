package dev.groundswell.core.message.text;

import dev.groundswell.core.contact.Phone;

/**
 * How long an SMS is, as providers bill it. One that exceeds a single part is cut into parts that are a little shorter, for
 * each carries its number; no character is cut in two.
 *
 * @param units all of it, in what the encoding counts
 * @param parts at least 1
 */
public record SmsLength(Encoding encoding, int units, int parts) {

    /** What China's carriers take of one message, signature and way out included. */
    public static final int MAX_IN_CHINA = 500;

    private static final String CHINA = "+86";

    /** Of GSM 03.38, one unit each. */
    private static final String GSM7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Of its extension table, two units each. */
    private static final String GSM7_EXTENSION = "^{}\\[~]|€\f";

    /** What a unit is, and how many fit. */
    public enum Encoding {
        /** Every character counts one, of whatever width. */
        CHINA(70, 67),
        /** Septets; the extension table's characters count two. */
        GSM_7(160, 153),
        /** UTF-16 units: what GSM 7 has not. */
        UCS_2(70, 67);

        private final int single;
        private final int segment;

        Encoding(int single, int segment) {
            this.single = single;
            this.segment = segment;
        }

        /** Of a message in one part. */
        public int single() {
            return single;
        }

        /** Of each of several parts. */
        public int segment() {
            return segment;
        }

        private int units(int character) {
            return this == GSM_7 && GSM7_EXTENSION.indexOf(character) >= 0 ? 2 : Character.charCount(character);
        }
    }

    /** By the rules of the country that the number is of. */
    public static SmsLength of(String text, Phone to) {
        return to.e164().startsWith(CHINA) ? inChina(text) : abroad(text);
    }

    public static SmsLength inChina(String text) {
        return of(text, Encoding.CHINA);
    }

    public static SmsLength abroad(String text) {
        return of(text, text.codePoints().allMatch(SmsLength::isGsm7) ? Encoding.GSM_7 : Encoding.UCS_2);
    }

    private static boolean isGsm7(int character) {
        return GSM7.indexOf(character) >= 0 || GSM7_EXTENSION.indexOf(character) >= 0;
    }

    private static SmsLength of(String text, Encoding encoding) {
        var units = text.codePoints().map(encoding::units).sum();
        return new SmsLength(encoding, units, units <= encoding.single() ? 1 : segments(text, encoding));
    }

    private static int segments(String text, Encoding encoding) {
        var parts = 1;
        var filled = 0;
        for (var character : text.codePoints().toArray()) {
            var units = encoding.units(character);
            if (filled + units > encoding.segment()) {
                parts++;
                filled = 0;
            }
            filled += units;
        }
        return parts;
    }
}
