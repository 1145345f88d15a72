package dev.groundswell.core.message.provider;

import dev.groundswell.core.contact.MailboxFamily;
import java.util.Map;

/**
 * How fast a provider may be asked, all workers together.
 *
 * @param partsPerSecond   of SMS, or mails, as the provider's contract or account says; 1 to {@link #FASTEST}
 * @param byFamily         mails per second to the mailboxes of a family; a family that is not there has no limit of its own
 * @param keptForReminders percent of all of these that campaigns leave, 0 to {@link #MOST_KEPT}
 */
public record PaceLimits(int partsPerSecond, Map<MailboxFamily, Integer> byFamily, int keptForReminders) {

    /** No provider we know of takes more, and a slip of the keyboard is caught. */
    public static final int FASTEST = 100_000;

    /** With more, a campaign would never end. */
    public static final int MOST_KEPT = 90;

    public PaceLimits {
        byFamily = Map.copyOf(byFamily);
        if (!isPace(partsPerSecond)
                || !byFamily.values().stream().allMatch(PaceLimits::isPace)
                || keptForReminders < 0
                || keptForReminders > MOST_KEPT) {
            throw new IllegalArgumentException(
                    "A pace is 1 to " + FASTEST + " a second, and reminders keep 0 to " + MOST_KEPT + " % of it, not "
                            + partsPerSecond + ", " + byFamily + " and " + keptForReminders + ".");
        }
    }

    public static boolean isPace(int perSecond) {
        return perSecond >= 1 && perSecond <= FASTEST;
    }
}
