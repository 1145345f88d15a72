package dev.groundswell.graphqlapi.message.receipt;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An address, and what holds for it. */
record AddressStanding(Address address, Standing standing) {

    /** Of each channel that the customer has an address of. */
    static List<Address> addresses(CustomerProfile customer) {
        return Stream.concat(Stream.<Address>ofNullable(customer.phone()), Stream.<Address>ofNullable(customer.email()))
                .toList();
    }

    static AddressStanding of(Address address, Map<AddressKey, Standing> standings) {
        return new AddressStanding(address, standings.getOrDefault(AddressKey.of(address), Standing.CLEAR));
    }

    List<BarOfAddress> bars() {
        return standing.barrings().entrySet().stream()
                .map(entry -> new BarOfAddress(entry.getKey(), entry.getValue()))
                .toList();
    }

    record BarOfAddress(Bar bar, Barring barring) {}
}
