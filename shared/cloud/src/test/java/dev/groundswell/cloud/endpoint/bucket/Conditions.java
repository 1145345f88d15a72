package dev.groundswell.cloud.endpoint.bucket;

import dev.groundswell.cloud.endpoint.bucket.ObjectFolder.Condition;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** {@code If-Match} and {@code If-None-Match}. */
final class Conditions {

    private Conditions() {}

    static Condition ofWrite(S3Request request) {
        Optional<String> match = request.header("If-Match");
        boolean onlyIfNew = request.header("If-None-Match").isPresent();
        return existing -> {
            if (onlyIfNew && existing.isPresent()) {
                throw S3Error.preconditionFailed("If-None-Match");
            }
            if (match.isPresent()
                    && existing.filter(object -> is(match.get(), object)).isEmpty()) {
                throw existing.isPresent() ? S3Error.preconditionFailed("If-Match") : S3Error.noSuchKey(request.key());
            }
        };
    }

    static boolean is(String condition, StoredObject object) {
        return condition.equals("*") || condition.replace("\"", "").equals(object.etag());
    }

    static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
