package dev.groundswell.cloud.message.provider;

import static dev.groundswell.cloud.message.provider.ChannelKeys.number;
import static dev.groundswell.cloud.message.provider.ChannelKeys.text;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Providers in the table {@code Channels}: partition {@code store}, items {@code provider#<id>}. */
public final class ProviderTable implements Providers {

    private static final String PREFIX = "provider#";
    private static final String CHANNEL = "channel";
    private static final String KIND = "kind";
    private static final String ACTIVE = "active";
    private static final String WEIGHT = "weight";
    private static final String SERVES = "serves";
    private static final String PRICE = "pricePerThousand";
    private static final String PARTS_PER_SECOND = "partsPerSecond";
    private static final String BY_FAMILY = "byFamily";
    private static final String KEPT_FOR_REMINDERS = "keptForReminders";
    private static final String IDENTITY = "identity";
    private static final String CONFIGURATION_SET = "configurationSet";
    private static final String ENDPOINT = "endpoint";
    private static final String REVISION = "revision";

    private final DynamoDbClient client;
    private final String table;

    public ProviderTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public boolean save(StoreId store, Provider provider) {
        try {
            client.putItem(put -> {
                put.tableName(table).item(item(store, provider));
                if (provider.revision() == 1) {
                    put.conditionExpression("attribute_not_exists(pk)");
                } else {
                    put.conditionExpression("revision = :before")
                            .expressionAttributeValues(Map.of(":before", number(provider.revision() - 1)));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException anotherIsKept) {
            return false;
        }
    }

    @Override
    public Optional<Provider> find(StoreId store, ProviderId id) {
        var answer = client.getItem(get ->
                get.tableName(table).key(ChannelKeys.key(store, PREFIX + id)).consistentRead(true));
        return answer.hasItem() ? Optional.of(provider(new Item(answer.item()))) : Optional.empty();
    }

    @Override
    public List<Provider> all(StoreId store) {
        return ChannelKeys.query(client, table, store, PREFIX)
                .map(ProviderTable::provider)
                .toList();
    }

    private static Map<String, AttributeValue> item(StoreId store, Provider provider) {
        var item = new HashMap<>(ChannelKeys.key(store, PREFIX + provider.id()));
        item.put(CHANNEL, text(provider.channel().name()));
        item.put(KIND, text(provider.kind().name()));
        item.put(ACTIVE, AttributeValue.fromBool(provider.active()));
        item.put(WEIGHT, number(provider.weight()));
        if (!provider.serves().isEmpty()) {
            item.put(SERVES, AttributeValue.fromSs(List.copyOf(provider.serves())));
        }
        item.put(PRICE, number(provider.pricePerThousand()));
        item.put(PARTS_PER_SECOND, number(provider.limits().partsPerSecond()));
        item.put(BY_FAMILY, AttributeValue.fromM(families(provider.limits())));
        item.put(KEPT_FOR_REMINDERS, number(provider.limits().keptForReminders()));
        item.put(IDENTITY, text(provider.sender().identity()));
        item.put(CONFIGURATION_SET, text(provider.sender().configurationSet()));
        item.put(ENDPOINT, text(provider.sender().endpoint()));
        item.put(REVISION, number(provider.revision()));
        return item;
    }

    private static Map<String, AttributeValue> families(PaceLimits limits) {
        return limits.byFamily().entrySet().stream()
                .collect(Collectors.toMap(limit -> limit.getKey().name(), limit -> number(limit.getValue())));
    }

    private static Provider provider(Item item) {
        return new Provider(
                new ProviderId(ChannelKeys.after(PREFIX, item)),
                Channel.valueOf(item.text(CHANNEL)),
                ProviderKind.valueOf(item.text(KIND)),
                item.find(ACTIVE).map(AttributeValue::bool).orElse(false),
                (int) item.number(WEIGHT),
                item.has(SERVES) ? Set.copyOf(item.textSet(SERVES)) : Set.of(),
                item.number(PRICE),
                limits(item),
                new Sender(item.text(IDENTITY), item.text(CONFIGURATION_SET), item.text(ENDPOINT)),
                item.number(REVISION));
    }

    private static PaceLimits limits(Item item) {
        var byFamily = item.find(BY_FAMILY).map(AttributeValue::m).orElse(Map.of()).entrySet().stream()
                .collect(Collectors.toMap(
                        limit -> MailboxFamily.valueOf(limit.getKey()),
                        limit -> Integer.parseInt(limit.getValue().n())));
        return new PaceLimits((int) item.number(PARTS_PER_SECOND), byFamily, (int) item.number(KEPT_FOR_REMINDERS));
    }
}
