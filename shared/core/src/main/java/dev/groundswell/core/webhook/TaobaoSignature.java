package dev.groundswell.core.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A signature of the Taobao Open Platform, of its requests and of ours to it: names and values of all parameters but {@code
 * sign} are put after each other, sorted by name, then a body that is no form; and signed with the application's secret,
 * in upper-case hexadecimal.
 *
 * @see <a href="https://open.taobao.com/doc.htm?docId=101617&docType=1">the platform's description</a>
 */
public final class TaobaoSignature {

    /** The parameter that holds the signature; it signs all others. */
    public static final String SIGN = "sign";

    /** The parameter that names the method. */
    public static final String SIGN_METHOD = "sign_method";

    private TaobaoSignature() {}

    /** How it is made. */
    public enum Method {
        /** MD5 of the secret, what is signed, and the secret again. The platform's default. */
        MD5("md5"),
        HMAC_MD5("hmac"),
        HMAC_SHA256("hmac-sha256");

        private final String key;

        Method(String key) {
            this.key = key;
        }

        /** The value of {@code sign_method}. */
        public String key() {
            return key;
        }

        /** The method that a parameter names; MD5 without one. */
        public static Optional<Method> named(String key) {
            for (var method : values()) {
                if (method.key.equals(key)) {
                    return Optional.of(method);
                }
            }
            return key.isEmpty() ? Optional.of(MD5) : Optional.empty();
        }
    }

    /** @param body bytes of a body that is no form; none for a form, whose fields are parameters */
    public static String sign(Map<String, String> parameters, byte[] body, Method method, String secret) {
        var signed = signed(parameters, body);
        var signature = switch (method) {
            case MD5 -> md5(signed, secret.getBytes(StandardCharsets.UTF_8));
            case HMAC_MD5 -> WebhookSignature.hmac("HmacMD5", signed, secret);
            case HMAC_SHA256 -> WebhookSignature.hmac("HmacSHA256", signed, secret);
        };
        return HexFormat.of().withUpperCase().formatHex(signature);
    }

    /**
     * Whether the secret signed these parameters and this body, by the method that they name. Takes as long for a wrong
     * signature as for a right one.
     */
    public static boolean isValid(Map<String, String> parameters, byte[] body, String secret) {
        var given = parameters.getOrDefault(SIGN, "").toUpperCase(Locale.ROOT);
        return Method.named(parameters.getOrDefault(SIGN_METHOD, ""))
                .map(method -> WebhookSignature.areEqual(sign(parameters, body, method, secret), given))
                .orElse(false);
    }

    private static byte[] signed(Map<String, String> parameters, byte[] body) {
        var text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!name.equals(SIGN) && !name.isEmpty() && !value.isEmpty()) {
                text.append(name).append(value);
            }
        });
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** The platform has signed so since 2010; whoever can choose takes an HMAC. */
    private static byte[] md5(byte[] signed, byte[] secret) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(secret);
            digest.update(signed);
            digest.update(secret);
            return digest.digest();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
