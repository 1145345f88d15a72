package dev.groundswell.historyimport;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.BatchAnswer;
import dev.groundswell.cloud.event.QueueEvent;
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
import dev.groundswell.core.store.Stores;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Supplier;

/** The queue {@code ImportSteps}: does an import's next step, up to the function's time-out. */
public final class HistoryImportHandler implements RequestStreamHandler {

    private final Stores stores;
    private final RunImport imports;
    private final Supplier<String> workerNames;

    public HistoryImportHandler() {
        this(FunctionEnvironment.current(), () -> UUID.randomUUID().toString());
    }

    HistoryImportHandler(FunctionEnvironment environment, Supplier<String> workerNames) {
        var clients = environment.clients();
        var table = environment.require("IMPORTS_TABLE");
        var bucket = environment.require("IMPORT_FILES_BUCKET");
        this.stores = new RememberedStores(
                new StoreTable(clients.dynamoDb(), environment.require("STORES_TABLE")), environment.time());
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
        var log = new FunctionLog(context.getLogger());
        var failed = new ArrayList<String>();
        for (var message : QueueEvent.read(event).messages()) {
            if (!isDone(message, context, log)) {
                failed.add(message.id());
            }
        }
        new BatchAnswer(failed).writeTo(answer);
    }

    private boolean isDone(QueueEvent.Message message, Context context, FunctionLog log) {
        var step = Step.read(message.body());
        var store = step.flatMap(readable -> stores.find(readable.store()));
        if (step.isEmpty() || store.isEmpty()) {
            log.warn("message-unreadable", "message", message.id());
            return false;
        }
        try {
            imports.run(
                    store.get(),
                    step.get().id(),
                    step.get().number(),
                    workerNames.get(),
                    new TimeOfInvocation(context));
            return true;
        } catch (RuntimeException broken) {
            log.error(
                    "import-step-failed",
                    broken,
                    "import",
                    step.get().id(),
                    "step",
                    step.get().number());
            return false;
        }
    }
}
