package dev.groundswell.graphqlapi;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.route.Routing;
import dev.groundswell.core.message.route.Routing.Level;
import dev.groundswell.core.message.route.RoutingChange;
import dev.groundswell.core.message.route.RoutingChange.Reason;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Providers for tests. */
final class ProviderDesk {

    private ProviderDesk() {}

    /** One for e-mail, and one for SMS that has lost half of its weight. */
    static void hasOne(Api api, StoreId store, String name) {
        api.providers.save(
                store,
                AProvider.email("mail", 200)
                        .family(MailboxFamily.QQ, 30)
                        .serving("QQ")
                        .provider());
        var sms = AProvider.sms(name.toLowerCase(Locale.ROOT), 500).provider();
        api.providers.save(store, sms);
        var change = new RoutingChange(Api.NOW, sms.id(), 100, 50, Reason.ERRORS, name + " made 62 errors");
        api.routing.write(
                store, Channel.SMS, new Routing(1, Map.of(sms.id(), new Level(50, Api.NOW))), List.of(change));
    }
}
