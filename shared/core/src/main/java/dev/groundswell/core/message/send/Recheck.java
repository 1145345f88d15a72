package dev.groundswell.core.message.send;

import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Map;

/**
 * Whether messages may still go, asked between the claim and the sending. It reads what was written up to this moment, so a
 * person who opted out or paid before gets nothing: no other worker can send what this one has claimed.
 */
@FunctionalInterface
public interface Recheck {

    /** @return one for each */
    Map<MessageId, Verdict> check(StoreId store, List<Draft> claimed);

    sealed interface Verdict {

        record Go() implements Verdict {}

        /** Never. */
        record Exclude(ExclusionReason reason) implements Verdict {}

        /** Not at present: its campaign is paused, say. */
        record Hold(String why) implements Verdict {}
    }

    /** Where nothing speaks against any. */
    Verdict GO = new Verdict.Go();
}
