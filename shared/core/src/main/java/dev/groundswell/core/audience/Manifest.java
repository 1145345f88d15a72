package dev.groundswell.core.audience;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which blocks a shard consists of. Whoever changes a shard replaces its manifest, in one conditional write.
 *
 * @param revision 0 for a shard that was never written, and one more with each replacement
 * @param parts    the blocks, the oldest first; of each customer at most one row is live
 * @param retired  blocks that earlier manifests had and this one has not; those who read by an earlier one still find them
 */
public record Manifest(long revision, List<Part> parts, List<Retired> retired) {

    public static final Manifest EMPTY = new Manifest(0, List.of(), List.of());

    public Manifest {
        parts = List.copyOf(parts);
        retired = List.copyOf(retired);
    }

    /**
     * A block and which of its rows count; the others were superseded.
     *
     * @param live as many rows as the block has; nobody changes it
     */
    public record Part(BlockId id, RowSet live) {}

    /** A block that is to be deleted once nobody reads it any more. */
    public record Retired(BlockId id, Instant at) {}

    /** How many customers there are, those of the deltas aside. */
    public int rows() {
        return parts.stream().mapToInt(part -> part.live().count()).sum();
    }

    public Optional<Part> part(BlockId id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    /** All blocks that must not be deleted. */
    public Stream<BlockId> blocks() {
        return Stream.concat(parts.stream().map(Part::id), retired.stream().map(Retired::id));
    }
}
