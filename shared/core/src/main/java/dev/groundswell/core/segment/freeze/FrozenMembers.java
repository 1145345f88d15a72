package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.store.StoreId;
import java.util.List;

/** The members of frozen audiences. */
public interface FrozenMembers {

    /** The ranges that are there, in their order; all of them once the audience is ready. */
    List<FrozenRange> ranges(StoreId store, AudienceId id);

    /** @throws IllegalStateException if there is no such chunk (any more) */
    MemberChunk chunk(StoreId store, AudienceId id, FrozenRange range, int number);
}
