package dev.groundswell.historyimport;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.event.StoreMessages;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.history.ImportFeedQueue;
import dev.groundswell.cloud.history.ImportFileBucket;
import dev.groundswell.cloud.history.ImportStepQueue;
import dev.groundswell.cloud.history.ImportStepQueue.Step;
import dev.groundswell.cloud.history.ImportTable;
import dev.groundswell.cloud.history.RejectedLineBucket;
import dev.groundswell.cloud.history.StagedItemTable;
import dev.groundswell.cloud.history.record.RecordFileReader;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.history.RunImport;
import dev.groundswell.core.store.RememberedStores;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import java.util.function.Supplier;

/** The queue {@code ImportSteps}: does an import's next step, up to the function's time-out. */
public final class HistoryImportHandler implements RequestStreamHandler {

    private final StoreMessages<Step> queue;
    private final RunImport imports;
    private final Supplier<String> workerNames;

    public HistoryImportHandler() {
        this(FunctionEnvironment.current(), () -> UUID.randomUUID().toString());
    }

    HistoryImportHandler(FunctionEnvironment environment, Supplier<String> workerNames) {
        var clients = environment.clients();
        var table = environment.require("IMPORTS_TABLE");
        var bucket = environment.require("IMPORT_FILES_BUCKET");
        var stores = new RememberedStores(
                new StoreTable(clients.dynamoDb(), environment.require("STORES_TABLE")), environment.time());
        this.queue = new StoreMessages<>(Step::read, stores, "import-step-failed");
        this.workerNames = workerNames;
        this.imports = new RunImport(
                new RunImport.Ports(
                        new ImportTable(clients.dynamoDb(), table),
                        new ImportStepQueue(clients.sqs(), environment.require("IMPORT_STEPS_QUEUE")),
                        new ImportFileBucket(clients.s3(), clients.s3Presigner(), bucket, clients.dynamoDb(), table),
                        new RecordFileReader(),
                        new ImportFeedQueue(clients.sqs(), environment.require("ORDER_CHANGES_QUEUE")),
                        new ImportFeedQueue(clients.sqs(), environment.require("BEHAVIOUR_EVENTS_QUEUE")),
                        new RejectedLineBucket(clients.s3(), bucket),
                        new StagedItemTable(clients.dynamoDb(), table, environment.time())),
                environment.time());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        queue.take(
                        QueueEvent.read(event),
                        new FunctionLog(context.getLogger()),
                        (store, step) -> imports.run(
                                store, step.id(), step.number(), workerNames.get(), new TimeOfInvocation(context)))
                .writeTo(answer);
    }
}
