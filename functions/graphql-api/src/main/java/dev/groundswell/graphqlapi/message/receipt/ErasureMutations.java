package dev.groundswell.graphqlapi.message.receipt;

import dev.groundswell.core.customer.EraseCustomer;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;

/** The mutation {@code eraseCustomer}. */
public final class ErasureMutations {

    private static final String CUSTOMER = "customerId";

    private final EraseCustomer erasing;

    ErasureMutations(EraseCustomer erasing) {
        this.erasing = erasing;
    }

    public Payload erase(Caller caller, Input input) {
        var id = input.text(CUSTOMER);
        if (id.isEmpty() || id.length() > BuyerId.MAX_LENGTH) {
            return Payload.refused(
                    UserErrorCode.INVALID, CUSTOMER, "A customer's id has 1 to " + BuyerId.MAX_LENGTH + " characters.");
        }
        return erasing.erase(caller.store().id(), new BuyerId(id), caller.name())
                ? Payload.of("erasedId", id)
                : Payload.refused(UserErrorCode.NOT_FOUND, CUSTOMER, "Nothing is stored of a buyer '" + id + "'.");
    }
}
