package dev.groundswell.cloud.message.gateway;

import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.EmailGateway;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.ProviderGateways;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.message.provider.ProviderSecrets;
import dev.groundswell.core.message.provider.SmsGateway;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecrets.UnavailableException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks each provider in the way of its kind. Clients are made for those kinds only that a store uses. */
public final class StoreGateways implements ProviderGateways {

    private static final Answer NO_SIMULATOR =
            new Answer.NotTaken("NO_SIMULATOR", "This stack has no simulator: see the template's parameter Simulator.");

    private static final Answer.NotTaken NO_SECRET =
            new Answer.NotTaken("NO_SECRET", "The provider has no secret: see docs/how-to/providers.md.");

    private static final Answer SECRET_UNREAD =
            new Answer.NotTaken("SECRET_UNREAD", "The provider's secret cannot be read now.");

    private final AwsClients clients;
    private final ProviderSecrets secrets;
    private final Optional<URI> simulator;
    private final InstantSource time;
    private final Map<Of, SmsGateway> sms = new ConcurrentHashMap<>();
    private final Map<Of, EmailGateway> email = new ConcurrentHashMap<>();
    private @Nullable SignedPost post;

    /** A provider as it is set up: another revision is another gateway. */
    private record Of(StoreId store, Provider provider) {}

    /** @param simulator where the simulator listens, in those stacks that have one */
    public StoreGateways(AwsClients clients, ProviderSecrets secrets, Optional<URI> simulator, InstantSource time) {
        this.clients = clients;
        this.secrets = secrets;
        this.simulator = simulator;
        this.time = time;
    }

    @Override
    public SmsGateway sms(StoreId store, Provider provider) {
        return sms.computeIfAbsent(new Of(store, provider), _ -> newSms(store, provider));
    }

    @Override
    public EmailGateway email(StoreId store, Provider provider) {
        return email.computeIfAbsent(new Of(store, provider), _ -> newEmail(store, provider));
    }

    private SmsGateway newSms(StoreId store, Provider provider) {
        return switch (provider.kind()) {
            case SNS -> new SnsSmsGateway(clients.sns(), provider.sender().identity());
            case END_USER_MESSAGING -> new EndUserMessagingGateway(clients.endUserMessaging(), store, provider);
            case HTTP -> signed(store, provider);
            case SIMULATOR ->
                simulator
                        .map(url -> http(store, provider, url.resolve("/sms"), Optional.empty()))
                        .orElse(_ -> NO_SIMULATOR);
            case SES -> throw new IllegalArgumentException("SES sends no SMS.");
        };
    }

    /** The secret may change, so it is asked for with each message; without one nobody could tell that it is the store that asks. */
    private SmsGateway signed(StoreId store, Provider provider) {
        var endpoint = URI.create(provider.sender().endpoint());
        return message -> {
            try {
                var secret = secrets.valid(store, provider.id()).stream().findFirst();
                return secret.isEmpty()
                        ? NO_SECRET
                        : http(store, provider, endpoint, secret).send(message);
            } catch (UnavailableException notNow) {
                return SECRET_UNREAD;
            }
        };
    }

    private SmsGateway http(StoreId store, Provider provider, URI endpoint, Optional<String> secret) {
        return new HttpSmsGateway(post(), endpoint, store, provider.id().value(), secret);
    }

    private EmailGateway newEmail(StoreId store, Provider provider) {
        if (provider.kind() == ProviderKind.SES) {
            return new SesGateway(clients.ses(), store, provider);
        }
        return simulator
                .<EmailGateway>map(url -> new SimulatorMailGateway(
                        post(), url.resolve("/mails"), store, provider.id().value()))
                .orElse(mails -> Collections.nCopies(mails.size(), NO_SIMULATOR));
    }

    private synchronized SignedPost post() {
        if (post == null) {
            post = new SignedPost(time);
        }
        return post;
    }
}
