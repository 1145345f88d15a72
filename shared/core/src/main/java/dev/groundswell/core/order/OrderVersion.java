package dev.groundswell.core.order;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.time.FixedWidth;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of two snapshots of an order wins: the greater version, compared as text. It is the modification time in
 * fixed-width UTC, then the status' rank, then a hash of the whole snapshot, so that any order of arrival, and any number
 * of arrivals, end alike.
 *
 * @param value e.g. {@code 2020-02-01T00:14:20.000000000Z/2/0f3a…}
 */
public record OrderVersion(String value) implements Comparable<OrderVersion> {

    /** Half of a SHA-256: no two snapshots of one order meet by chance. */
    private static final int HASH_BYTES = 16;

    public static OrderVersion of(Order order) {
        return new OrderVersion(FixedWidth.format(order.times().modifiedAt()) + "/"
                + order.status().rank() + "/" + hash(order));
    }

    @Override
    public int compareTo(OrderVersion other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String hash(Order order) {
        var bytes = new ByteArrayOutputStream(512);
        try (var canonical = new DataOutputStream(bytes)) {
            new Snapshot(canonical).write(order);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return HexFormat.of().formatHex(sha256(bytes.toByteArray()), 0, HASH_BYTES);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Writes every part of a snapshot, each text with its length and each absence with a mark, so that none can pass for another. */
    private record Snapshot(DataOutputStream out) {

        void write(Order order) throws IOException {
            text(order.id().value());
            text(order.buyer().value());
            out.writeByte(order.status().rank());
            times(order.times());
            amounts(order.amounts());
            presale(order.presale());
            text(order.origins().toString());
            out.writeInt(order.sellerFlag());
            text(order.paymentMethod());
            text(order.paymentUrl());
            text(order.contact().name());
            text(order.contact().phone());
            text(order.contact().email());
            text(order.region().country());
            text(order.region().province());
            text(order.region().city());
            items(order.items());
            review(order.review());
        }

        private void times(OrderTimes times) throws IOException {
            instant(times.orderedAt());
            instant(times.modifiedAt());
            instant(times.paidAt());
            instant(times.shippedAt());
            instant(times.promisedBy());
            instant(times.deliveredAt());
            instant(times.completedAt());
            instant(times.closedAt());
            instant(times.closesAt());
        }

        private void amounts(OrderAmounts amounts) throws IOException {
            text(amounts.payable().currency().getCurrencyCode());
            money(amounts.payable());
            money(amounts.paid());
            money(amounts.shippingFee());
            money(amounts.refunded());
        }

        private void presale(@Nullable Presale presale) throws IOException {
            out.writeBoolean(presale != null);
            if (presale == null) {
                return;
            }
            money(presale.deposit());
            instant(presale.depositPaidAt());
            instant(presale.balanceFrom());
            instant(presale.balanceUntil());
            out.writeBoolean(presale.forfeited());
        }

        private void items(List<OrderItem> items) throws IOException {
            out.writeInt(items.size());
            for (var item : items) {
                text(item.itemId());
                text(item.skuId());
                text(item.title());
                text(item.category());
                out.writeInt(item.quantity());
                money(item.price());
                out.writeBoolean(item.refunded());
            }
        }

        private void review(@Nullable Review review) throws IOException {
            out.writeBoolean(review != null);
            if (review == null) {
                return;
            }
            var score = review.score();
            out.writeInt(score == null ? 0 : score);
            instant(review.at());
        }

        private void text(@Nullable String text) throws IOException {
            out.writeBoolean(text != null);
            if (text == null) {
                return;
            }
            out.writeInt(text.length());
            out.writeChars(text);
        }

        private void instant(@Nullable Instant instant) throws IOException {
            out.writeBoolean(instant != null);
            if (instant == null) {
                return;
            }
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        }

        private void money(@Nullable Money money) throws IOException {
            out.writeBoolean(money != null);
            if (money == null) {
                return;
            }
            out.writeLong(money.minorUnits());
        }
    }
}
