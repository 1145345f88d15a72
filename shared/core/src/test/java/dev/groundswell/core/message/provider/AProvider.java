package dev.groundswell.core.message.provider;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.Provider.Sender;
import java.util.Map;
import java.util.Set;

/** Providers for tests, each a step from an ordinary one. */
public record AProvider(Provider provider) {

    /** Active, of weight 100, serving all, at 4 cents a message. */
    public static AProvider sms(String id, int partsPerSecond) {
        return new AProvider(ordinary(id, Channel.SMS, partsPerSecond));
    }

    public static AProvider email(String id, int mailsPerSecond) {
        return new AProvider(ordinary(id, Channel.EMAIL, mailsPerSecond));
    }

    private static Provider ordinary(String id, Channel channel, int perSecond) {
        return new Provider(
                new ProviderId(id),
                channel,
                ProviderKind.SIMULATOR,
                true,
                Provider.MAX_WEIGHT,
                Set.of(),
                4_000,
                new PaceLimits(perSecond, Map.of(), 0),
                Sender.NONE,
                1);
    }

    public AProvider weight(int weight) {
        return with(provider.active(), weight, provider.serves(), provider.limits(), provider.revision());
    }

    public AProvider inactive() {
        return with(false, provider.weight(), provider.serves(), provider.limits(), provider.revision());
    }

    public AProvider serving(String... carriersOrFamilies) {
        return with(
                provider.active(),
                provider.weight(),
                Set.of(carriersOrFamilies),
                provider.limits(),
                provider.revision());
    }

    public AProvider keptForReminders(int percent) {
        var limits = provider.limits();
        return limits(new PaceLimits(limits.partsPerSecond(), limits.byFamily(), percent));
    }

    public AProvider family(MailboxFamily family, int mailsPerSecond) {
        var limits = provider.limits();
        return limits(
                new PaceLimits(limits.partsPerSecond(), Map.of(family, mailsPerSecond), limits.keptForReminders()));
    }

    public AProvider revision(long revision) {
        return with(provider.active(), provider.weight(), provider.serves(), provider.limits(), revision);
    }

    private AProvider limits(PaceLimits limits) {
        return with(provider.active(), provider.weight(), provider.serves(), limits, provider.revision());
    }

    private AProvider with(boolean active, int weight, Set<String> serves, PaceLimits limits, long revision) {
        return new AProvider(new Provider(
                provider.id(),
                provider.channel(),
                provider.kind(),
                active,
                weight,
                serves,
                provider.pricePerThousand(),
                limits,
                provider.sender(),
                revision));
    }
}
