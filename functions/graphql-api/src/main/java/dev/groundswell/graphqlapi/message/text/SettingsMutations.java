package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.link.TakeLinkHost;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;

/** The mutation {@code saveMessageSettings}. */
public final class SettingsMutations {

    private static final String SETTINGS = "settings";
    private static final String REVISION = "revision";

    private final MessageSettingsStore settings;
    private final TakeLinkHost linkHosts;

    SettingsMutations(MessageSettingsStore settings, TakeLinkHost linkHosts) {
        this.settings = settings;
        this.linkHosts = linkHosts;
    }

    public Payload save(Store store, Input input) {
        var before = settings.find(store.id());
        if (input.values().get(REVISION) instanceof Integer revision && revision != before.revision()) {
            return overtaken(before);
        }
        var reader = new SettingsInput(input, store);
        return reader.read(before.revision() + 1)
                .map(next -> save(store, next))
                .orElseGet(() -> Payload.refused(reader.errors()));
    }

    private Payload save(Store store, MessageSettings next) {
        var host = next.linkDomain();
        if (host != null && !linkHosts.take(store.id(), host)) {
            return Payload.refused(
                    UserErrorCode.WRONG_STATE,
                    "linkDomain",
                    host + " is another store's, or the product's own: name one that leads to nobody else's links.");
        }
        return settings.save(store.id(), next) ? Payload.of(SETTINGS, next) : overtaken(settings.find(store.id()));
    }

    private static Payload overtaken(MessageSettings asTheyAre) {
        return Payload.refused(
                        UserErrorCode.WRONG_STATE,
                        REVISION,
                        "Somebody has saved revision " + asTheyAre.revision()
                                + " meanwhile: look at it and save again.")
                .with(SETTINGS, asTheyAre);
    }
}
