package dev.groundswell.graphqlapi.message.provider;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.message.provider.SaveProvider;
import dev.groundswell.core.message.provider.SaveProvider.Draft;
import dev.groundswell.core.message.provider.SaveProvider.Mistake;
import dev.groundswell.core.message.provider.SaveProvider.Part;
import dev.groundswell.core.message.provider.SaveProvider.Result;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserError;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The mutation {@code saveProvider}. */
public final class ProviderMutations {

    private static final String ID = "id";
    private static final String PROVIDER = "provider";
    private static final String PRICE = "pricePerThousand";
    private static final String REVISION = "revision";

    private final ProviderPorts ports;
    private final SaveProvider saving;

    ProviderMutations(ProviderPorts ports, SaveProvider saving) {
        this.ports = ports;
        this.saving = saving;
    }

    public Payload save(Caller caller, Input input) {
        caller.requireOwner();
        var store = caller.store();
        return price(store, input)
                .map(price -> save(store, draft(input, price)))
                .orElseGet(() ->
                        Payload.refused(UserErrorCode.INVALID, PRICE, "An amount no finer than the store's currency."));
    }

    private static Optional<Long> price(Store store, Input input) {
        var decimal = Objects.requireNonNull((BigDecimal) input.values().get(PRICE));
        return Money.parse(decimal.toPlainString(), store.currency()).map(Money::minorUnits);
    }

    private Payload save(Store store, Draft draft) {
        return switch (saving.save(store.id(), draft)) {
            case Result.Saved(var provider) -> Payload.of(PROVIDER, ports.shown(store, provider));
            case Result.Changed(var asItIs) -> overtaken(store, asItIs);
            case Result.Unknown() ->
                Payload.refused(UserErrorCode.NOT_FOUND, ID, "There is no provider '" + draft.id() + "' to change.");
            case Result.TooMany() ->
                Payload.refused(
                        UserErrorCode.TOO_MANY, ID, "A store has at most " + Provider.MAX_PER_STORE + " providers.");
            case Result.Refused(var mistakes) ->
                Payload.refused(mistakes.stream().map(ProviderMutations::error).toList());
        };
    }

    private Payload overtaken(Store store, Provider asItIs) {
        return Payload.refused(
                        UserErrorCode.WRONG_STATE,
                        REVISION,
                        "The provider is at revision " + asItIs.revision() + ": look at it and save again.")
                .with(PROVIDER, ports.shown(store, asItIs));
    }

    private static UserError error(Mistake mistake) {
        return new UserError(field(mistake.part()), mistake.message(), UserErrorCode.INVALID);
    }

    private static String field(Part part) {
        return switch (part) {
            case ID -> ID;
            case CHANNEL -> "channel";
            case KIND -> "kind";
            case WEIGHT -> "weight";
            case SERVES -> "serves";
            case PRICE -> PRICE;
            case PACE -> "partsPerSecond";
            case FAMILIES -> "familyLimits";
            case KEPT_FOR_REMINDERS -> "keptForReminders";
            case IDENTITY -> "identity";
            case CONFIGURATION_SET -> "configurationSet";
            case ENDPOINT -> "endpoint";
        };
    }

    private static Draft draft(Input input, long price) {
        return new Draft(
                input.text(ID),
                input.constant("channel", Channel.class),
                input.constant("kind", ProviderKind.class),
                Boolean.TRUE.equals(input.values().get("active")),
                whole(input, "weight"),
                Set.copyOf(texts(input)),
                price,
                whole(input, "partsPerSecond"),
                byFamily(input),
                whole(input, "keptForReminders"),
                new Sender(text(input, "identity"), text(input, "configurationSet"), text(input, "endpoint")),
                input.values().get(REVISION) instanceof Integer revision ? revision : 0);
    }

    private static String text(Input input, String field) {
        return input.find(field).orElse("");
    }

    /** A field that has a default, or must be there; null is as good as nothing. */
    private static int whole(Input input, String field) {
        return input.values().get(field) instanceof Integer number ? number : 0;
    }

    @SuppressWarnings("unchecked") // The schema's type.
    private static List<String> texts(Input input) {
        return input.values().get("serves") instanceof List<?> list ? (List<String>) list : List.of();
    }

    @SuppressWarnings("unchecked") // The schema's type.
    private static Map<MailboxFamily, Integer> byFamily(Input input) {
        var limits = new EnumMap<MailboxFamily, Integer>(MailboxFamily.class);
        if (input.values().get("familyLimits") instanceof List<?> list) {
            for (var limit : (List<Map<String, Object>>) list) {
                var family = MailboxFamily.valueOf(String.valueOf(limit.get("family")));
                limits.put(family, (Integer) Objects.requireNonNull(limit.get("mailsPerSecond")));
            }
        }
        return limits;
    }
}
