package dev.groundswell.core.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signature of our own requests, and of Shopify's and WooCommerce's: base64 of HMAC-SHA256 over the raw bytes of the body.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https">Shopify's</a>
 * @see <a href="https://woocommerce.com/document/webhooks/">WooCommerce's</a>
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    public static String sign(byte[] signed, String secret) {
        return Base64.getEncoder().encodeToString(hmac(ALGORITHM, signed, secret));
    }

    /** Whether the secret signed these bytes. Takes as long for a wrong signature as for a right one. */
    public static boolean isValid(byte[] signed, String signature, String secret) {
        return areEqual(sign(signed, secret), signature);
    }

    static byte[] hmac(String algorithm, byte[] signed, String secret) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static boolean areEqual(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }
}
