package dev.groundswell.core.campaign;

import dev.groundswell.core.segment.freeze.RangeId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which chunk of a campaign it is, written {@code 03-0000-0017}: the range's shard and number, and the chunk's in the range.
 * With a member's place behind it, {@code 03-0000-0017/412}, it is where a message's outcome is counted.
 *
 * @param number from 0
 */
public record ChunkKey(RangeId range, int number) implements Comparable<ChunkKey> {

    private static final Pattern FORM = Pattern.compile("(\\d{2})-(\\d{4})-(\\d{4})");

    /** A member's place in a chunk. */
    public record Place(ChunkKey chunk, int member) {

        /** Empty if it is nothing of the kind. */
        static Optional<Place> parse(String text) {
            var slash = text.indexOf('/');
            if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,6}")) {
                return Optional.empty();
            }
            var member = Integer.parseInt(text.substring(slash + 1));
            return ChunkKey.parse(text.substring(0, slash)).map(chunk -> new Place(chunk, member));
        }

        @Override
        public String toString() {
            return chunk + "/" + member;
        }
    }

    /** Empty if it is nothing of the kind. */
    public static Optional<ChunkKey> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var shard = Integer.parseInt(form.group(1));
        var range = Integer.parseInt(form.group(2));
        return RangeId.isValid(shard, range)
                ? Optional.of(new ChunkKey(new RangeId(shard, range), Integer.parseInt(form.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(ChunkKey other) {
        var byRange = range.compareTo(other.range);
        return byRange != 0 ? byRange : Integer.compare(number, other.number);
    }

    /** In the order of their texts, as of themselves. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d-%04d-%04d", range.shard(), range.number(), number);
    }
}
