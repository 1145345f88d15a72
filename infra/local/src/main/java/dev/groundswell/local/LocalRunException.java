package dev.groundswell.local;

import java.io.Serial;

/** What keeps a local run from starting or going on; the message is one line for whoever started it. */
public final class LocalRunException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LocalRunException(String message) {
        super(message);
    }

    public LocalRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
