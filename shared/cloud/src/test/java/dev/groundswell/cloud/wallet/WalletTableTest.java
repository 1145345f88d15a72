package dev.groundswell.cloud.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.dynamodb.CrashingDynamoDb;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.Wallet;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.core.wallet.WalletsContract;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class WalletTableTest extends WalletsContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Wallets");
    }

    private static Wallets wallets(DynamoDbClient client) {
        return new WalletTable(client, aws.table("Wallets"), new Random(7));
    }

    @Override
    protected Wallets wallets() {
        return wallets(aws.clients().dynamoDb());
    }

    @Override
    protected StoreId store() {
        return store;
    }

    @Nested
    class AMovementBrokenOffAtItsWrite {

        private static final Instant NOW = Instant.parse("2026-11-11T00:00:00Z");

        private final List<Consumer<Wallets>> movements = List.of(
                wallets -> wallets.recharge(store, "p1", 500, "ann", NOW),
                wallets -> wallets.reserve(store, "c.1", 300, "ann", NOW),
                wallets -> wallets.settle(store, "c.1", "c.1/1", 100, 20, NOW),
                wallets -> wallets.settle(store, "c.1", "c.1/2", 50, 0, NOW),
                wallets -> wallets.release(store, "c.1", NOW));

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void happensOnceWhenItIsAskedForAgain(boolean afterTheWrite) {
            for (var movement : movements) {
                assertThatThrownBy(() -> movement.accept(wallets(CrashingDynamoDb.at(
                                1, afterTheWrite, aws.clients().dynamoDb()))))
                        .isInstanceOf(CrashingDynamoDb.Crash.class);
                movement.accept(wallets());
                movement.accept(wallets());
            }

            assertThat(wallets().find(store)).isEqualTo(new Wallet(350, 0, 0));
            assertThat(wallets().ledger(store, null, 10)).hasSize(5);
        }
    }
}
