package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.explain.OrderExplanation.OfPhase;
import dev.groundswell.core.store.Store;
import java.util.Optional;

/** A reminder of an order, and whose that is. */
record StoreReminder(Store store, OfPhase of) {

    /** Empty where it was dropped. */
    Optional<Fate.Chosen> chosen() {
        return of.reminder().fate() instanceof Fate.Chosen chosen ? Optional.of(chosen) : Optional.empty();
    }

    Optional<Fate.News> news() {
        return chosen().flatMap(Fate.Chosen::news);
    }
}
