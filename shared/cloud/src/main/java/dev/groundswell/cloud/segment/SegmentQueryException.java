package dev.groundswell.cloud.segment;

/** The function {@code SegmentQuery} gave no answer. Asking again may help. */
public final class SegmentQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** As many run already as may, or the way to it is down. */
        BUSY,
        /** It ended with an error, or ran out of time. */
        FAILED
    }

    private final Reason reason;

    SegmentQueryException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    SegmentQueryException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
