package dev.groundswell.graphqlapi.persistedquery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 of a query's text in UTF-8, as 64 hexadecimal digits in lower case. */
public record QueryHash(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public QueryHash {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A query's hash has 64 hexadecimal digits in lower case.");
        }
    }

    static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static QueryHash of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new QueryHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
