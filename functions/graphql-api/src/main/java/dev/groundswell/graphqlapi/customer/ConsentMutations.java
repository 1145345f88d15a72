package dev.groundswell.graphqlapi.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.RecordConsent;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.time.Instant;
import java.time.InstantSource;

/** The mutation {@code recordConsent}. */
public final class ConsentMutations {

    private static final String CUSTOMER = "customerId";
    private static final String SOURCE = "source";
    private static final String AT = "at";

    private final RecordConsent recording;
    private final InstantSource time;

    public ConsentMutations(RecordConsent recording, InstantSource time) {
        this.recording = recording;
        this.time = time;
    }

    public Payload record(Caller caller, Input input) {
        var customer = input.text(CUSTOMER);
        var source = input.text(SOURCE);
        var at = input.time(AT).orElseGet(time::instant);
        if (customer.isEmpty() || customer.length() > BuyerId.MAX_LENGTH) {
            return refused(CUSTOMER, "A customer's id has 1 to " + BuyerId.MAX_LENGTH + " characters.");
        }
        if (source.isBlank() || source.length() > Consent.MAX_SOURCE) {
            return refused(SOURCE, "A source has 1 to " + Consent.MAX_SOURCE + " characters.");
        }
        if (at.isBefore(Instant.EPOCH)) {
            return refused(AT, "Nobody has said anything before 1970.");
        }
        var said = new Consent(
                input.constant("channel", Channel.class),
                input.constant("state", Consent.State.class),
                at,
                source,
                caller.name());
        return switch (recording.record(caller.store().id(), new BuyerId(customer), said)) {
            case RecordConsent.Result.Recorded(var inEffect) -> Payload.of("consent", inEffect);
            case RecordConsent.Result.AheadOfTime() ->
                refused(
                        AT,
                        "It lies in the future; at most " + RecordConsent.MAX_AHEAD.toMinutes()
                                + " minutes are taken for a clock that is fast.");
        };
    }

    private static Payload refused(String field, String message) {
        return Payload.refused(UserErrorCode.INVALID, field, message);
    }
}
