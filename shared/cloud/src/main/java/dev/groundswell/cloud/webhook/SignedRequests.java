package dev.groundswell.cloud.webhook;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.cloud.store.StoreVault;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.RememberedSecrets;
import dev.groundswell.core.store.RememberedStores;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.webhook.SignedTime;
import dev.groundswell.core.webhook.VerifySignatures;
import dev.groundswell.core.webhook.WebhookSignature;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Requests in our own form: {@code X-Groundswell-Store} names the store, and {@code X-Groundswell-Signature} is the base64
 * HMAC-SHA256 of the body's bytes with the store's secret {@code orders}. A sender that also gives {@code
 * X-Groundswell-Timestamp}, in Unix seconds, signs the timestamp, a full stop, and the body; such a request is good for some
 * minutes only. A request of a supplier of messages names it in {@code X-Groundswell-Provider}, and is signed with the secret
 * that the store shares with that supplier alone.
 */
public final class SignedRequests {

    public static final String STORE = "X-Groundswell-Store";
    public static final String PROVIDER = "X-Groundswell-Provider";
    public static final String SIGNATURE = "X-Groundswell-Signature";
    public static final String TIMESTAMP = "X-Groundswell-Timestamp";

    /** What to tell whoever signed wrongly: the rule, and nothing of what was wrong. */
    public static final String RULE = rule(STORE + " must name a store");

    /** The same for suppliers. */
    public static final String PROVIDERS_RULE = rule(
            STORE + " must name a store, " + PROVIDER + " a provider of messages that the store shares a secret with");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final VerifySignatures signatures;
    private final InstantSource time;

    private static String rule(String named) {
        return "The header " + named + ", and " + SIGNATURE
                + " be the base64 HMAC-SHA256 of the body's bytes with its secret; with the header " + TIMESTAMP
                + ", of its Unix seconds, a full stop and the body's bytes, within ten minutes.";
    }

    public SignedRequests(VerifySignatures signatures, InstantSource time) {
        this.signatures = signatures;
        this.time = time;
    }

    /** What a function verifies signatures with: the variables {@code STORES_TABLE} and {@code SECRETS_PREFIX}. */
    public static VerifySignatures signatures(FunctionEnvironment environment) {
        var time = environment.time();
        var stores = new StoreTable(environment.clients().dynamoDb(), environment.require("STORES_TABLE"));
        var secrets = new StoreVault(environment.clients().secrets(), environment.require("SECRETS_PREFIX"));
        return new VerifySignatures(new RememberedStores(stores, time), new RememberedSecrets(secrets, time));
    }

    /**
     * The store that signed the request, if one did, and lately where it says when.
     *
     * @throws dev.groundswell.core.store.StoreSecrets.UnavailableException if that cannot be told now
     */
    public Optional<StoreId> signedBy(HttpRequest request) {
        return signedBy(
                request, (store, isSignedWith) -> signatures.isSigned(store, Platform.GROUNDSWELL, isSignedWith));
    }

    /**
     * A store's supplier of messages.
     *
     * @param provider as the store calls it
     */
    public record Supplier(StoreId store, ProviderId provider) {}

    /**
     * The supplier that signed the request, if one did.
     *
     * @throws dev.groundswell.core.store.StoreSecrets.UnavailableException if that cannot be told now
     */
    public Optional<Supplier> signedByProvider(HttpRequest request) {
        return request.header(PROVIDER)
                .filter(ProviderId::isValid)
                .map(ProviderId::new)
                .flatMap(provider -> signedBy(
                                request,
                                (store, isSignedWith) ->
                                        signatures.isSignedByProvider(store, provider.value(), isSignedWith))
                        .map(store -> new Supplier(store, provider)));
    }

    private Optional<StoreId> signedBy(HttpRequest request, BiPredicate<StoreId, Predicate<String>> isSigned) {
        var signature = request.header(SIGNATURE).orElse("");
        return request.header(STORE)
                .filter(StoreId::isValid)
                .map(StoreId::new)
                .filter(store -> signed(request)
                        .filter(bytes ->
                                isSigned.test(store, secret -> WebhookSignature.isValid(bytes, signature, secret)))
                        .isPresent());
    }

    /** The bytes that the signature is of; empty if they were signed too long ago. */
    private Optional<byte[]> signed(HttpRequest request) {
        var timestamp = request.header(TIMESTAMP);
        if (timestamp.isEmpty()) {
            return Optional.of(request.body());
        }
        return timestamp.filter(this::isCurrent).map(seconds -> signed(seconds, request.body()));
    }

    private boolean isCurrent(String seconds) {
        return SECONDS.matcher(seconds).matches()
                && SignedTime.isCurrent(Instant.ofEpochSecond(Long.parseLong(seconds)), time.instant());
    }

    /** What a sender signs who says when. */
    public static byte[] signed(String timestamp, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
