package dev.groundswell.core.link;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Short links and ways out whose codes are HMACs of what they are for, by the store's secret. */
public final class SignedLinks implements ShortLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Of the HMAC of a way out: whoever tries a billion a second for a billion years finds none. */
    private static final int PROOF_BYTES = 16;

    private final LinkSecrets secrets;
    private final Links links;

    /** @param secrets kept in memory: they are asked for each link */
    public SignedLinks(LinkSecrets secrets, Links links) {
        this.secrets = secrets;
        this.links = links;
    }

    @Override
    public List<ShortLink> prepare(StoreId store, MessageId message, BuyerId buyer, List<URI> targets) {
        if (targets.size() > MAX_LINKS) {
            throw new IllegalArgumentException("A message has at most " + MAX_LINKS + " short links.");
        }
        var prepared = new ArrayList<ShortLink>(targets.size());
        for (var target : targets) {
            var number = prepared.size() + 1;
            prepared.add(new ShortLink(code(store, message, number), message, number, buyer, target));
        }
        return prepared;
    }

    @Override
    public WayOut wayOut(StoreId store, MessageId message) {
        return new WayOut(message + "." + proof(store, message));
    }

    @Override
    public void write(StoreId store, Collection<ShortLink> prepared) {
        links.write(store, prepared);
    }

    /** The message whose recipient a token shows the way out; empty if the store never made the token. */
    public Optional<MessageId> messageOf(StoreId store, String token) {
        var dot = token.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageId.parse(token.substring(0, dot))
                .filter(message ->
                        MessageDigest.isEqual(proof(store, message).getBytes(StandardCharsets.UTF_8), given));
    }

    private LinkCode code(StoreId store, MessageId message, int number) {
        var left =
                ByteBuffer.wrap(hmac(store, "link " + number + " " + message)).getLong();
        var digits = new char[LinkCode.LENGTH];
        for (var i = 0; i < digits.length; i++) {
            digits[i] = DIGITS.charAt((int) Long.remainderUnsigned(left, DIGITS.length()));
            left = Long.divideUnsigned(left, DIGITS.length());
        }
        return new LinkCode(new String(digits));
    }

    private String proof(StoreId store, MessageId message) {
        var hmac = hmac(store, "way out " + message);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hmac, PROOF_BYTES));
    }

    private byte[] hmac(StoreId store, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.of(store), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
