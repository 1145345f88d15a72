package dev.groundswell.local.simulator;

import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.message.gateway.ProviderParts;
import dev.groundswell.core.message.route.ProviderPassages;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.script.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.sqs.model.Message;

/** The small system of {@code templates/sending.yaml}, for the tests of a class. */
final class Sending implements BeforeAllCallback, AfterAllCallback {

    private @Nullable LocalSystem system;
    private @Nullable ProviderPassages passages;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        system = LocalSystem.start(LocalOptions.inMemory().withTemplate(Pipeline.template("sending.yaml")));
        var variables = Map.of(
                "CHANNELS_TABLE", "Channels",
                "SECRETS_PREFIX", "none",
                "SIMULATOR_URL", system.simulator().url());
        passages = new ProviderParts(new FunctionEnvironment(variables, system.clock(), system.clients())).passages();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        system().close();
    }

    LocalSystem system() {
        return Objects.requireNonNull(system, "It is started before all tests.");
    }

    /** The way out of one worker. */
    ProviderPassages passages() {
        return Objects.requireNonNull(passages, "It is made before all tests.");
    }

    /** Waits for so many reports on their queue, at least. */
    List<String> awaitReports(int count) {
        var queue = system().template().queue("DeliveryEvents").orElseThrow().url();
        var reports = new ArrayList<String>();
        while (reports.size() < count) {
            var answer = system().clients()
                    .sqs()
                    .receiveMessage(receive ->
                            receive.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(5));
            answer.messages().stream().map(Message::body).forEach(reports::add);
            answer.messages()
                    .forEach(message -> system().clients()
                            .sqs()
                            .deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle())));
        }
        return reports;
    }
}
