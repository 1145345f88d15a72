package dev.groundswell.cloud.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.reminder.round.Round;
import dev.groundswell.core.reminder.round.RoundBook;
import dev.groundswell.core.reminder.round.RoundBookContract;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoundTableTest extends RoundBookContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Reminders");
    }

    private static RoundTable table() {
        return new RoundTable(aws.clients().dynamoDb(), aws.table("Reminders"));
    }

    @Override
    protected RoundBook rounds() {
        return table();
    }

    @Override
    protected StoreId store() {
        return store;
    }

    @Test
    void sweepsFindTheTermsOfTheRoundsThatAreKnown() {
        var terms = ATask.at("2026-11-11T12:00").build();
        table().add(store, new Round(terms, Instant.parse("2026-11-11T12:00:00Z"), "operator", 1));

        assertThat(table().find(store, List.of(terms.id().value(), "20200101T000000Z-00000000")))
                .isEqualTo(Map.of(terms.id().value(), terms));
    }
}
