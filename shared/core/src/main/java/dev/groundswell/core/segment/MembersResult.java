package dev.groundswell.core.segment;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.rule.RuleError;
import java.util.List;
import java.util.OptionalLong;

/** What came of asking who meets a rule. */
public sealed interface MembersResult {

    /**
     * Some of them.
     *
     * @param next where the next page begins; empty at the end
     */
    record Page(List<Place> members, OptionalLong next) implements MembersResult {
        public Page {
            members = List.copyOf(members);
        }
    }

    /** A member, and the end of a page that ends with it. */
    record Place(BuyerId buyer, long cursor) {}

    /**
     * The rule makes no sense for this store.
     *
     * @param errors at least one
     */
    record Refused(List<RuleError> errors) implements MembersResult {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
