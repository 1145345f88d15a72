package dev.groundswell.graphqlapi.message.book;

import static java.util.Comparator.comparing;

import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.ListCampaignMessages;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.message.book.MessageRoots.Filter;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Messages as connections. */
final class MessagePages {

    private static final Cursor UNKNOWN = new Cursor("u");
    private static final Cursor OF_CUSTOMER = new Cursor("b");
    private static final Cursor OF_CAMPAIGN = new Cursor("p");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern PLACE = Pattern.compile("[0-9/-]{1,40}");

    private final Messages messages;
    private final ListCampaignMessages ofCampaign;

    MessagePages(Messages messages, ListCampaignMessages ofCampaign) {
        this.messages = messages;
        this.ofCampaign = ofCampaign;
    }

    Connection<Message> unknown(StoreId store, Optional<CampaignId> campaign, PageArguments arguments) {
        var after = arguments.after().map(cursor -> UNKNOWN.read(cursor, ID)).flatMap(MessageId::parse);
        var found = messages.unknown(store, campaign.map(CampaignId::purpose).orElse(""), after, arguments.first() + 1);
        return Connection.of(
                arguments, found, message -> UNKNOWN.write(message.id().toString()));
    }

    /** Of the addresses that the customer has now, the newest first. */
    Connection<Message> ofCustomer(
            StoreId store, Optional<CustomerProfile> customer, Filter filter, PageArguments arguments) {
        var after = arguments.after().map(cursor -> OF_CUSTOMER.read(cursor, ID));
        var all = customer.stream()
                .flatMap(MessagePages::addresses)
                .flatMap(address -> messages.ofAddress(store, AddressKey.of(address)).stream())
                .filter(filter::takes)
                .sorted(comparing(Message::since).reversed())
                .toList();
        return Connection.of(
                arguments,
                behind(all, after),
                message -> OF_CUSTOMER.write(message.id().toString()));
    }

    private static Stream<Address> addresses(CustomerProfile customer) {
        return Stream.<Address>of(customer.phone(), customer.email()).filter(Objects::nonNull);
    }

    private static List<Message> behind(List<Message> all, Optional<String> id) {
        return id.map(last -> all.stream()
                        .dropWhile(message -> !message.id().toString().equals(last))
                        .skip(1)
                        .toList())
                .orElse(all);
    }

    Connection<Message> ofCampaign(
            StoreId store, CampaignId campaign, Optional<MessageState> state, PageArguments arguments) {
        var after = arguments.after().map(cursor -> OF_CAMPAIGN.read(cursor, PLACE));
        var page = ofCampaign.page(store, campaign, state, after, arguments.first());
        return new Connection<>(
                page.messages().entrySet().stream()
                        .map(entry -> new Connection.Edge<>(entry.getValue(), OF_CAMPAIGN.write(entry.getKey())))
                        .toList(),
                arguments.after().isPresent(),
                page.next().map(OF_CAMPAIGN::write),
                Connection::unknownCount);
    }
}
