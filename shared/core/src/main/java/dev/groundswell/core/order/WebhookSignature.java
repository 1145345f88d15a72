package dev.groundswell.core.order;

import dev.groundswell.core.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a webhook's body: base64 of HMAC-SHA256 over the raw bytes, with a secret of the store. */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    public static String sign(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Whether one of the store's secrets signed the body. Takes as long for a wrong signature as for a right one. */
    public static boolean isValid(byte[] body, String signature, Store store) {
        var given = signature.getBytes(StandardCharsets.US_ASCII);
        var valid = false;
        for (var secret : store.webhookSecrets()) {
            valid |= MessageDigest.isEqual(sign(body, secret).getBytes(StandardCharsets.US_ASCII), given);
        }
        return valid;
    }
}
