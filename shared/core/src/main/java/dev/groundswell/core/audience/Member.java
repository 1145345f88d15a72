package dev.groundswell.core.audience;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.BuyerId;
import org.jspecify.annotations.Nullable;

/** Who a customer of the index is, and where a message reaches him or her. */
public record Member(
        BuyerId buyer,
        @Nullable String name,
        @Nullable Phone phone,
        @Nullable Email email) {

    public static Member of(AudienceRow row) {
        return new Member(row.buyer(), row.name(), row.phone(), row.email());
    }

    /** Never a name or an address in a log. */
    @Override
    public String toString() {
        return "Member[" + buyer + "]";
    }
}
