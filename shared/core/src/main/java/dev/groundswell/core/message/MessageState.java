package dev.groundswell.core.message;

/**
 * Where a message stands. Of what is known of a message the later constant counts, in whatever order it becomes known; so
 * reports may come twice, late and out of order.
 */
public enum MessageState {
    /** A worker may be sending it at this moment. */
    CLAIMED,
    /** A worker claimed it and never said what became of it, or the provider's answer was lost: it may have been sent. */
    UNKNOWN,
    /** It is not sent, and why is known: {@link ExclusionReason}. */
    EXCLUDED,
    /** The provider took it. */
    SENT,
    /** It reached the person, as far as the provider can tell. */
    DELIVERED,
    /** The provider refused it, or could not deliver it; also where it had said otherwise before, as mailboxes do. */
    FAILED;

    /** Whether this counts and not {@code known}. */
    public boolean overrules(MessageState known) {
        return compareTo(known) > 0;
    }
}
