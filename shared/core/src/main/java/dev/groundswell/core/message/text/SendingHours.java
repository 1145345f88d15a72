package dev.groundswell.core.message.text;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.time.DailyHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When messages of a kind may go out, in the store's zone.
 *
 * @param from  of every day
 * @param until behind the last instant; may lie before {@code from}, then it is of the next day; the same as {@code from} means
 *              the whole day
 */
public record SendingHours(Channel channel, MessageKind kind, LocalTime from, LocalTime until, Outside outside) {

    /** What becomes of a message outside of the hours. */
    public enum Outside {
        /** It waits for them. */
        WAIT,
        /** It is not sent. */
        DROP
    }

    public boolean contain(Instant now, ZoneId zone) {
        return daily().contain(now, zone);
    }

    /** The first instant from {@code now} on that they contain. */
    public Instant nextFrom(Instant now, ZoneId zone) {
        return daily().nextFrom(now, zone);
    }

    private DailyHours daily() {
        return new DailyHours(from, until);
    }
}
