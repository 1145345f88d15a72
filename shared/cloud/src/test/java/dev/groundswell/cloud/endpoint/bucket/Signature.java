package dev.groundswell.cloud.endpoint.bucket;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether S3 would let a request in. A presigned address is checked as S3 does it, since whoever uses it is no SDK: its
 * signature (version 4, in the query), the headers that it covers, and its time. Of a request that an SDK signs we only
 * want that it is signed: everybody on this machine has the key.
 */
final class Signature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String accessKey;
    private final String secretKey;
    private final InstantSource time;

    Signature(String accessKey, String secretKey, InstantSource time) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.time = time;
    }

    void check(S3Request request) throws S3Error {
        if (request.has("X-Amz-Signature")) {
            checkPresigned(request);
        } else if (request.header("Authorization")
                .filter(value -> value.startsWith(ALGORITHM))
                .isEmpty()) {
            throw S3Error.denied("Access Denied: the request is not signed.");
        }
    }

    private void checkPresigned(S3Request request) throws S3Error {
        String[] scope = request.require("X-Amz-Credential").split("/", -1);
        if (scope.length != 5 || !scope[0].equals(accessKey)) {
            throw new S3Error(403, "InvalidAccessKeyId", "The access key is not the one of this endpoint.");
        }
        checkTime(request);
        String expected = signature(request, scope);
        String given = request.require("X-Amz-Signature");
        if (!MessageDigest.isEqual(bytes(expected), bytes(given))) {
            throw new S3Error(
                    403,
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided.");
        }
    }

    private void checkTime(S3Request request) throws S3Error {
        try {
            Instant signedAt = TIME.parse(request.require("X-Amz-Date"), Instant::from);
            Duration valid = Duration.ofSeconds(Long.parseLong(request.require("X-Amz-Expires")));
            if (time.instant().isAfter(signedAt.plus(valid))) {
                throw S3Error.denied("Request has expired");
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw S3Error.invalid("X-Amz-Date or X-Amz-Expires cannot be read.");
        }
    }

    private String signature(S3Request request, String[] scope) throws S3Error {
        String toSign = ALGORITHM + "\n" + request.require("X-Amz-Date") + "\n"
                + String.join("/", List.of(scope).subList(1, scope.length)) + "\n"
                + sha256(canonical(request));
        byte[] key = bytes("AWS4" + secretKey);
        for (int i = 1; i < scope.length; i++) {
            key = hmac(key, scope[i]);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String canonical(S3Request request) throws S3Error {
        var query = new TreeMap<String, String>();
        request.parameters().forEach((name, value) -> query.put(encoded(name), encoded(value)));
        query.remove("X-Amz-Signature");
        String signedHeaders = request.require("X-Amz-SignedHeaders");
        var headers = new StringBuilder();
        for (String name : signedHeaders.split(";")) {
            String value = request.header(name)
                    .orElseThrow(() -> S3Error.denied("There is a header that is signed and not sent: " + name));
            headers.append(name).append(':').append(value.strip()).append('\n');
        }
        return String.join(
                "\n",
                request.method(),
                request.rawPath(),
                query.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&")),
                headers,
                signedHeaders,
                request.header("x-amz-content-sha256").orElse("UNSIGNED-PAYLOAD"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
