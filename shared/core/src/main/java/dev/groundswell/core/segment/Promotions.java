package dev.groundswell.core.segment;

import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The promotions that a store's rules can name. */
public interface Promotions {

    Optional<PromotionDays> find(StoreId store, String id);

    /** Those of the year of {@code around}, of the one before and the one after, the earliest first. */
    List<PromotionDays> known(StoreId store, LocalDate around);

    /** The one that ended last before {@code today}. */
    default Optional<PromotionDays> latestEnded(StoreId store, LocalDate today) {
        return known(store, today).stream()
                .filter(promotion -> promotion.last().isBefore(today))
                .max(Comparator.comparing(PromotionDays::last));
    }
}
