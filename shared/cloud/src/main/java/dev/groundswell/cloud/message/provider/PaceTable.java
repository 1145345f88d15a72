package dev.groundswell.cloud.message.provider;

import static dev.groundswell.cloud.message.provider.ChannelKeys.number;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.message.pace.Lease;
import dev.groundswell.core.message.pace.PaceBook;
import dev.groundswell.core.message.pace.PaceBooks;
import dev.groundswell.core.message.pace.PaceKey;
import dev.groundswell.core.message.pace.Wish;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Leases of paces in the table {@code Channels}: partition {@code store}, items {@code pace#<provider>} and {@code pace#<provider>#<family>}. */
public final class PaceTable implements PaceBooks {

    private static final String PREFIX = "pace#";
    private static final String REVISION = "revision";

    /** Each {@code worker urgency rate from until}: one text takes less room and time than a map of five. */
    private static final String LEASES = "leases";

    /** Each {@code worker urgency rate until}. */
    private static final String WISHES = "wishes";

    private final DynamoDbClient client;
    private final String table;

    public PaceTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public PaceBook read(StoreId store, PaceKey pace) {
        var answer = client.getItem(get ->
                get.tableName(table).key(ChannelKeys.key(store, PREFIX + pace)).consistentRead(true));
        return answer.hasItem() ? book(new Item(answer.item())) : PaceBook.EMPTY;
    }

    @Override
    public boolean write(StoreId store, PaceKey pace, PaceBook book) {
        var item = new HashMap<>(ChannelKeys.key(store, PREFIX + pace));
        item.put(REVISION, number(book.revision()));
        item.put(LEASES, texts(book.leases(), PaceTable::text));
        item.put(WISHES, texts(book.wishes(), PaceTable::text));
        try {
            client.putItem(put -> {
                put.tableName(table).item(item);
                if (book.revision() == 1) {
                    put.conditionExpression("attribute_not_exists(pk)");
                } else {
                    put.conditionExpression("revision = :before")
                            .expressionAttributeValues(Map.of(":before", number(book.revision() - 1)));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException anotherIsKept) {
            return false;
        }
    }

    private static <T> AttributeValue texts(List<T> values, Function<T, String> text) {
        return AttributeValue.fromL(
                values.stream().map(text).map(AttributeValue::fromS).toList());
    }

    private static String text(Lease lease) {
        return String.join(
                " ",
                lease.worker(),
                lease.urgency().name(),
                Integer.toString(lease.rate()),
                Long.toString(lease.from()),
                Long.toString(lease.until()));
    }

    private static String text(Wish wish) {
        return String.join(
                " ", wish.worker(), wish.urgency().name(), Integer.toString(wish.rate()), Long.toString(wish.until()));
    }

    private static PaceBook book(Item item) {
        return new PaceBook(
                item.number(REVISION), read(item, LEASES, PaceTable::lease), read(item, WISHES, PaceTable::wish));
    }

    private static <T> List<T> read(Item item, String name, Function<String[], T> reading) {
        return item.find(name).map(AttributeValue::l).orElse(List.of()).stream()
                .map(text -> reading.apply(text.s().split(" ", -1)))
                .toList();
    }

    private static Lease lease(String[] words) {
        return new Lease(
                words[0],
                Urgency.valueOf(words[1]),
                Integer.parseInt(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]));
    }

    private static Wish wish(String[] words) {
        return new Wish(words[0], Urgency.valueOf(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
    }
}
