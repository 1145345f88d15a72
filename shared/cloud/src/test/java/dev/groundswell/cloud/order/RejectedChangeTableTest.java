package dev.groundswell.cloud.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RejectedChangeTableTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());
    private final RejectedChangeTable table =
            new RejectedChangeTable(aws.clients().dynamoDb(), aws.table("RejectedChanges"));

    @BeforeAll
    static void createTables() {
        aws.createTables("RejectedChanges");
    }

    @Test
    void theNewestComeFirstPageByPage() {
        table.add(store, List.of(rejected("1", "{}"), rejected("2", "{}"), rejected("3", "{}")));

        var first = table.newest(store, 2, Optional.empty());
        assertThat(first).containsExactly(rejected("3", "{}"), rejected("2", "{}"));
        assertThat(table.newest(store, 2, Optional.of("2"))).containsExactly(rejected("1", "{}"));
    }

    @Test
    void aSecondDeliveryAddsNothing() {
        table.add(store, List.of(rejected("1", "{}")));
        table.add(store, List.of(rejected("1", "{}")));

        assertThat(table.newest(store, 10, Optional.empty())).hasSize(1);
    }

    @Test
    void aLargeOriginalIsKeptWhole() {
        var large = rejected("1", "{\"title\":\"" + "四川".repeat(100_000) + "\"}");
        table.add(store, List.of(large));

        assertThat(table.newest(store, 10, Optional.empty())).containsExactly(large);
    }

    @Test
    void anotherStoresAreNotSeen() {
        table.add(new StoreId("other"), List.of(rejected("1", "{}")));

        assertThat(table.newest(store, 10, Optional.empty())).isEmpty();
    }

    private static RejectedChange rejected(String id, String original) {
        return new RejectedChange(
                id,
                Instant.parse("2020-02-01T00:00:00Z"),
                new Rejection(RejectionCode.MISSING, "orderId", "The field orderId is missing."),
                original);
    }
}
