package dev.groundswell.local;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.store.StoreId;
import java.util.Map;
import java.util.Set;

/** The providers of the store {@link LocalSystem#STORE}, all of them the simulator: two for SMS, and one for e-mail. */
final class DemoProviders {

    /** As fast as a merchant's contract for a promotion, and as one that SES gives at first. */
    private static final int SMS_PER_SECOND = 500;

    private static final int MAILS_PER_SECOND = 200;

    /** Tenths of a cent: 4.5 fen an SMS, 0.07 fen a mail. */
    private static final long SMS_PRICE = 4_500;

    private static final long MAIL_PRICE = 70;

    private static final int KEPT_FOR_REMINDERS = 10;

    private final Providers providers;

    DemoProviders(Providers providers) {
        this.providers = providers;
    }

    /** Once: what a person has changed since stays. */
    void create() {
        create("sms-one", Channel.SMS, 70, SMS_PRICE, SMS_PER_SECOND);
        create("sms-two", Channel.SMS, 30, SMS_PRICE, SMS_PER_SECOND);
        create("mail", Channel.EMAIL, Provider.MAX_WEIGHT, MAIL_PRICE, MAILS_PER_SECOND);
    }

    private void create(String id, Channel channel, int weight, long pricePerThousand, int perSecond) {
        providers.save(
                new StoreId(LocalSystem.STORE),
                new Provider(
                        new ProviderId(id),
                        channel,
                        ProviderKind.SIMULATOR,
                        true,
                        weight,
                        Set.of(),
                        pricePerThousand,
                        new PaceLimits(perSecond, Map.of(), KEPT_FOR_REMINDERS),
                        Sender.NONE,
                        1));
    }
}
