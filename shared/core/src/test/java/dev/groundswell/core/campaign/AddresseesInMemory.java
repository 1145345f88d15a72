package dev.groundswell.core.campaign;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Addressees of profiles and standings that are kept elsewhere in memory. */
public final class AddresseesInMemory implements Addressees {

    private final Function<BuyerId, Optional<CustomerProfile>> profiles;
    private final Standings standings;

    public AddresseesInMemory(Function<BuyerId, Optional<CustomerProfile>> profiles, Standings standings) {
        this.profiles = profiles;
        this.standings = standings;
    }

    @Override
    public Map<MessageId, Addressee> read(StoreId store, Collection<Draft> drafts) {
        return drafts.stream().collect(Collectors.toMap(Draft::id, draft -> read(store, draft)));
    }

    private Addressee read(StoreId store, Draft draft) {
        var address = draft.id().address();
        return new Addressee(
                profiles.apply(draft.buyer()).map(Person::of),
                standings.find(store, List.of(address)).getOrDefault(address, Standing.CLEAR));
    }
}
