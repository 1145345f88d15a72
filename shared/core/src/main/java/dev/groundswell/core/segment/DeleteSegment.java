package dev.groundswell.core.segment;

import dev.groundswell.core.store.StoreId;
import java.util.List;

/** Deletes a segment that no other asks for. */
public final class DeleteSegment {

    private final Segments segments;

    public DeleteSegment(Segments segments) {
        this.segments = segments;
    }

    /** What came of it. */
    public enum Result {
        DELETED,
        /** There is none of that id, or it was deleted before. */
        UNKNOWN,
        /** It comes with the product. */
        READY_MADE,
        /** See {@link DeleteSegment#users}. */
        IN_USE
    }

    public Result delete(StoreId store, SegmentId id) {
        if (ReadyMade.find(id).isPresent()) {
            return Result.READY_MADE;
        }
        if (!users(store, id).isEmpty()) {
            return Result.IN_USE;
        }
        return segments.delete(store, id) ? Result.DELETED : Result.UNKNOWN;
    }

    /** The other segments that ask for it, by id. */
    public List<Segment> users(StoreId store, SegmentId id) {
        return segments.all(store).stream()
                .filter(each -> !each.id().equals(id))
                .filter(each -> References.of(each.rule()).contains(id))
                .toList();
    }
}
