package dev.groundswell.cloud.history.record;

/** The file cannot be read from here on; trying again does not help. The message is for the person whose file it is. */
final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message, null, false, false);
    }
}
