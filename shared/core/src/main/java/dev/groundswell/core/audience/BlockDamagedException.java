package dev.groundswell.core.audience;

/** Stored bytes are not what was written, or were written in a form of a later version. The message says what is wrong. */
public final class BlockDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BlockDamagedException(String message) {
        super(message);
    }

    BlockDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
