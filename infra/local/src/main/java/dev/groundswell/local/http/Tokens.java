package dev.groundswell.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.groundswell.local.template.EventSource.JwtAuthorizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Issues the tokens of a local run and verifies tokens as the JWT authorizer of an HTTP API does: RS256, issuer,
 * audience, times and scopes. Tokens live on the wall clock, whatever the local clock shows.
 */
public final class Tokens {

    /** The roles that a token may name, the mightiest first. */
    public static final List<String> ROLES = List.of("owner", "operator", "viewer");

    /** The audience that local tokens name. */
    public static final String AUDIENCE = "groundswell-local";

    private static final int KEY_BITS = 2048;
    private static final String FILE_NAME = "token-key.json";

    /** A token pasted into a front end's settings should last for the week's work. */
    private static final Duration LIFE = Duration.ofDays(7);

    private static final String BEARER = "bearer ";

    private final RSAKey key;
    private final String issuer;
    private final String audience;
    private final InstantSource wallClock;

    private Tokens(RSAKey key, String issuer, String audience, InstantSource wallClock) {
        this.key = key;
        this.issuer = issuer;
        this.audience = audience;
        this.wallClock = wallClock;
    }

    /** With the key that lies in {@code directory}, or a new one. */
    public static Tokens open(Optional<Path> directory, String issuer, String audience) {
        try {
            RSAKey key = directory.isPresent() ? keptKey(directory.get().resolve(FILE_NAME)) : newKey();
            return new Tokens(key, issuer, audience, InstantSource.system());
        } catch (JOSEException | ParseException | IOException e) {
            throw new IllegalStateException("The key of the local tokens cannot be made or read: " + e.getMessage(), e);
        }
    }

    private static RSAKey keptKey(Path file) throws IOException, ParseException, JOSEException {
        if (Files.exists(file)) {
            return RSAKey.parse(Files.readString(file));
        }
        RSAKey key = newKey();
        Files.writeString(file, key.toJSONString());
        return key;
    }

    private static RSAKey newKey() throws JOSEException {
        return new RSAKeyGenerator(KEY_BITS)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
    }

    /** A token for a store, in one role. */
    public String issue(String store, String role) {
        Instant now = wallClock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("local-" + role)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("store", store)
                .claim("roles", List.of(role))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token cannot be signed: " + e.getMessage(), e);
        }
    }

    /** The public half of the key, as {@code /.well-known/jwks.json} shows it. */
    public String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** What the authorizer makes of an {@code Authorization} header. */
    sealed interface Verdict {

        /** {@code claims} are texts, as the HTTP API passes them. */
        record Allowed(Map<String, String> claims, List<String> scopes) implements Verdict {}

        record Unauthorized() implements Verdict {}

        record Forbidden() implements Verdict {}
    }

    Verdict verify(JwtAuthorizer authorizer, @Nullable String authorization) {
        if (authorization == null) {
            return new Verdict.Unauthorized();
        }
        try {
            SignedJWT token = SignedJWT.parse(withoutBearer(authorization.strip()));
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (!isSignedByUs(token) || !isValid(claims, authorizer)) {
                return new Verdict.Unauthorized();
            }
            List<String> scopes = scopes(claims);
            boolean allowed = authorizer.scopes().isEmpty()
                    || authorizer.scopes().stream().anyMatch(scopes::contains);
            return allowed ? new Verdict.Allowed(texts(claims), scopes) : new Verdict.Forbidden();
        } catch (ParseException | JOSEException e) {
            return new Verdict.Unauthorized();
        }
    }

    private static String withoutBearer(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : authorization;
    }

    private boolean isSignedByUs(SignedJWT token) throws JOSEException {
        return JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                && key.getKeyID().equals(token.getHeader().getKeyID())
                && token.verify(new RSASSAVerifier(key));
    }

    private boolean isValid(JWTClaimsSet claims, JwtAuthorizer authorizer) throws ParseException {
        Instant now = wallClock.instant();
        boolean inTime = claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().isAfter(now)
                && isPast(claims.getNotBeforeTime(), now)
                && isPast(claims.getIssueTime(), now);
        var audiences = new ArrayList<String>(claims.getAudience());
        Optional.ofNullable(claims.getStringClaim("client_id")).ifPresent(audiences::add);
        return inTime
                && authorizer.issuer().equals(claims.getIssuer())
                && audiences.stream().anyMatch(authorizer.audience()::contains);
    }

    private static boolean isPast(@Nullable Date time, Instant now) {
        return time == null || !time.toInstant().isAfter(now);
    }

    private static List<String> scopes(JWTClaimsSet claims) throws ParseException {
        String scope = claims.getStringClaim("scope");
        return scope == null || scope.isBlank()
                ? List.of()
                : List.of(scope.strip().split(" +"));
    }

    private static Map<String, String> texts(JWTClaimsSet claims) {
        var texts = new LinkedHashMap<String, String>();
        claims.getClaims().forEach((name, value) -> {
            if (value != null) {
                texts.put(name, text(value));
            }
        });
        return texts;
    }

    /** An array becomes {@code [a b]}: that is how the HTTP API writes it. A single audience is a plain text. */
    private static String text(Object value) {
        return switch (value) {
            case Date date -> Long.toString(date.toInstant().getEpochSecond());
            case Collection<?> many
            when many.size() == 1 && many.iterator().next().equals(AUDIENCE) -> AUDIENCE;
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
            default -> value.toString();
        };
    }
}
