package dev.groundswell.core.message.text;

import dev.groundswell.core.message.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * What stands around each SMS of a store: who it is from, and in marketing how to get no more. Neither is put where it is
 * written already.
 *
 * @param signature without its brackets; null for none
 * @param wayOut    behind a marketing message; empty for none, as where a law does not ask for one
 */
public record SmsFrame(@Nullable String signature, String wayOut) {

    public static final char OPENING = '【';
    public static final char CLOSING = '】';

    public String around(String body, MessageKind kind) {
        return before(body) + body + behind(body, kind);
    }

    /** What is put before the body. */
    String before(String body) {
        return signature == null || body.startsWith(bracketed(signature)) ? "" : bracketed(signature);
    }

    /** What is put behind the body. */
    String behind(String body, MessageKind kind) {
        return kind == MessageKind.NOTICE || body.endsWith(wayOut) ? "" : wayOut;
    }

    private static String bracketed(String name) {
        return OPENING + name + CLOSING;
    }
}
