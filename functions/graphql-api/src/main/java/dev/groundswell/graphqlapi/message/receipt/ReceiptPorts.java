package dev.groundswell.graphqlapi.message.receipt;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.EraseCustomer;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.message.receipt.DeliveryCounts;
import dev.groundswell.core.message.receipt.OptOut;
import dev.groundswell.core.message.receipt.OptOuts;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.Loaders;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What the API's part in what became of messages stands on. */
public record ReceiptPorts(
        Standings standings,
        Messages messages,
        OptOuts people,
        EraseCustomer erasing,
        DeliveryCounts counts,
        InstantSource time) {

    public StandingMutations mutations() {
        return new StandingMutations(standings, new OptOut(standings, messages, people), time);
    }

    public ErasureMutations erasureMutations() {
        return new ErasureMutations(erasing);
    }

    public ReceiptQueries queries(Background background) {
        return new ReceiptQueries(counts, background);
    }

    /** The field {@code standings} of a customer. */
    public static CompletableFuture<List<AddressStanding>> of(CustomerProfile customer, DataFetchingEnvironment query) {
        var addresses = AddressStanding.addresses(customer);
        return Loaders.standings(query, addresses.stream().map(AddressKey::of).toList())
                .thenApply(found -> IntStream.range(0, addresses.size())
                        .mapToObj(i -> new AddressStanding(addresses.get(i), found.get(i)))
                        .toList());
    }

    /** Of all types of the topic. */
    public List<ObjectResolver<?>> resolvers() {
        return List.of(
                new AddressStandingResolver(),
                new AddressBarResolver(),
                new DeliveryFigureResolver(),
                new PayloadResolver("OptOutPayload", "standing"),
                new PayloadResolver("BlacklistAddressPayload", "standing"),
                new PayloadResolver("EraseCustomerPayload", "erasedId"));
    }
}
