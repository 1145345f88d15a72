package dev.groundswell.graphqlapi.page;

import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A place in a connection, opaque to clients. It says where, never whose: the store always comes from the caller, so a
 * cursor that another store was given is just some place in the caller's own list.
 */
public final class Cursor {

    /** Longer than any we write. */
    private static final int MAX_LENGTH = 1_000;

    private final String kind;

    /** @param kind one letter for each connection, so that none takes another's cursors */
    public Cursor(String kind) {
        this.kind = kind;
    }

    public String write(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((kind + place).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that {@link #write} was given.
     *
     * @throws Refusal if it is not one of ours
     */
    public String read(String cursor, Pattern form) {
        if (cursor.length() > MAX_LENGTH) {
            throw refused();
        }
        String place;
        try {
            place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        if (!place.startsWith(kind)
                || !form.matcher(place.substring(kind.length())).matches()) {
            throw refused();
        }
        return place.substring(kind.length());
    }

    private static Refusal refused() {
        return new Refusal(
                ErrorCode.BAD_USER_INPUT,
                "'after' is not a cursor of this connection: take the 'endCursor' of the page before.");
    }
}
