package dev.groundswell.core.message;

/** What keeps messages of every kind away from an address, whoever's it is. */
public enum Bar {
    /** The store wants nothing sent there. */
    BLACKLISTED(ExclusionReason.BLACKLISTED),
    /** Somebody there asked for no more. */
    UNSUBSCRIBED(ExclusionReason.UNSUBSCRIBED),
    /** Mail bounced there for good, or was called spam: sending on would cost the store its good name with the mailboxes. */
    SUPPRESSED(ExclusionReason.SUPPRESSED);

    private final ExclusionReason reason;

    Bar(ExclusionReason reason) {
        this.reason = reason;
    }

    public ExclusionReason reason() {
        return reason;
    }
}
