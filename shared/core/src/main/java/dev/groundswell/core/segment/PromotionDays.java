package dev.groundswell.core.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of a promotion, both included, in the store's zone.
 *
 * @param id   as rules name it, e.g. {@code 618-2026}
 * @param name as people read it
 */
public record PromotionDays(String id, String name, LocalDate first, LocalDate last) {

    public PromotionDays {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("Promotion " + id + " ends before it begins.");
        }
    }

    public Instant start(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    public Instant end(ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
