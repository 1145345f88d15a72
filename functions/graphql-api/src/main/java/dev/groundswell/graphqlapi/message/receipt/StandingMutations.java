package dev.groundswell.graphqlapi.message.receipt;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.message.receipt.OptOut;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The mutations {@code optOut} and {@code blacklistAddress}. */
public final class StandingMutations {

    private static final String ADDRESS = "address";
    private static final String SOURCE = "api";

    private final Standings standings;
    private final OptOut optOut;
    private final InstantSource time;

    StandingMutations(Standings standings, OptOut optOut, InstantSource time) {
        this.standings = standings;
        this.optOut = optOut;
        this.time = time;
    }

    public Payload optOut(Caller caller, Input input) {
        return address(input)
                .map(address -> optOut(caller, address, is(input, "optedOut")))
                .orElseGet(StandingMutations::noAddress);
    }

    /** Wanting messages again lifts the bar; consent is another matter, which people give for themselves. */
    private Payload optOut(Caller caller, Address address, boolean optedOut) {
        var store = caller.store().id();
        var said = barring(caller, optedOut);
        if (optedOut) {
            optOut.of(store, AddressKey.of(address), said);
        } else {
            standings.note(store, AddressKey.of(address), Bar.UNSUBSCRIBED, said);
        }
        return standing(store, address);
    }

    public Payload blacklist(Caller caller, Input input) {
        return address(input)
                .map(address -> {
                    var store = caller.store().id();
                    var said = barring(caller, is(input, "blacklisted"));
                    standings.note(store, AddressKey.of(address), Bar.BLACKLISTED, said);
                    return standing(store, address);
                })
                .orElseGet(StandingMutations::noAddress);
    }

    private Barring barring(Caller caller, boolean inForce) {
        return new Barring(inForce, time.instant(), SOURCE, caller.name());
    }

    private Payload standing(StoreId store, Address address) {
        var found = standings.find(store, List.of(AddressKey.of(address)));
        return Payload.of("standing", AddressStanding.of(address, found));
    }

    private static Optional<? extends Address> address(Input input) {
        var written = input.text(ADDRESS);
        return switch (input.constant("channel", Channel.class)) {
            case SMS -> Phone.parse(written, null);
            case EMAIL -> Email.parse(written);
        };
    }

    /** The schema's default is true. */
    private static boolean is(Input input, String field) {
        return !Boolean.FALSE.equals(input.values().get(field));
    }

    private static Payload noAddress() {
        return Payload.refused(
                UserErrorCode.INVALID,
                ADDRESS,
                "A number has its country, as in +8613727494530; an e-mail address has the form name@domain.");
    }
}
