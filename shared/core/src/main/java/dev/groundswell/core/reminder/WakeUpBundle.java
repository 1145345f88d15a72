package dev.groundswell.core.reminder;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.groundswell.core.reminder.WakeUps.Place;
import dev.groundswell.core.reminder.WakeUps.WakeUp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Wake-ups of one shard for the same time, which are kept as one.
 *
 * @param wakeUps one or more
 */
public record WakeUpBundle(Place place, List<WakeUp> wakeUps) {

    /** Half of what is looked at together, so that full ones make a full page; far below what an item has room for. */
    public static final int MAX = 100;

    /** Half of a SHA-256: no two bundles of an instant share them by chance. */
    private static final int HASH_BYTES = 16;

    private static final Comparator<WakeUp> SORTED = Comparator.comparing(WakeUp::order)
            .thenComparing(wakeUp -> wakeUp.round().orElse(""))
            .thenComparing(WakeUp::token)
            .thenComparing(WakeUp::buyer);

    private record Together(int shard, Instant due) {}

    public WakeUpBundle {
        wakeUps = List.copyOf(wakeUps);
        if (wakeUps.isEmpty()) {
            throw new IllegalArgumentException("A bundle has a wake-up.");
        }
    }

    /** So few as possible, the same ones for the same wake-ups. */
    public static List<WakeUpBundle> of(Collection<WakeUp> wakeUps) {
        var together = wakeUps.stream()
                .collect(groupingBy(
                        wakeUp -> new Together(WakeUps.shardOf(wakeUp.order()), wakeUp.due()),
                        LinkedHashMap::new,
                        toList()));
        var bundles = new ArrayList<WakeUpBundle>();
        together.values().forEach(some -> {
            var sorted = List.copyOf(sorted(some));
            for (var from = 0; from < sorted.size(); from += MAX) {
                bundles.add(ofOne(sorted.subList(from, Math.min(sorted.size(), from + MAX))));
            }
        });
        return bundles;
    }

    public int shard() {
        return WakeUps.shardOf(wakeUps.getFirst().order());
    }

    private static Set<WakeUp> sorted(Collection<WakeUp> some) {
        var sorted = new TreeSet<>(SORTED);
        sorted.addAll(some);
        return sorted;
    }

    private static WakeUpBundle ofOne(List<WakeUp> wakeUps) {
        return new WakeUpBundle(new Place(wakeUps.getFirst().due(), key(wakeUps)), wakeUps);
    }

    /** A hash of all that tells them apart, each with its length before it. */
    private static String key(List<WakeUp> wakeUps) {
        var hash = sha256();
        for (var wakeUp : wakeUps) {
            for (var part : List.of(
                    wakeUp.order().value(),
                    wakeUp.round().orElse(""),
                    wakeUp.token(),
                    wakeUp.buyer().value())) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                hash.update(bytes);
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash.digest(), HASH_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
