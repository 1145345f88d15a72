package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.reminder.task.ReminderTasks;
import dev.groundswell.core.reminder.task.ReminderTasksContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReminderTaskTableTest extends ReminderTasksContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Reminders");
    }

    @Override
    protected ReminderTasks tasks() {
        return new ReminderTaskTable(aws.clients().dynamoDb(), aws.table("Reminders"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
