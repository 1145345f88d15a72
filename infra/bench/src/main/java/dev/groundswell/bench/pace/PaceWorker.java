package dev.groundswell.bench.pace;

import dev.groundswell.bench.capacity.TableClient;
import dev.groundswell.bench.system.BenchClients;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.bench.system.OtherProcess;
import dev.groundswell.bench.system.UnusedQueues;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.SdkClients;
import dev.groundswell.cloud.message.gateway.ProviderParts;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.route.ProviderPassages;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.order.BuyerId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** One of many senders, in a process of its own: slice after slice, as fast as the pace allows, until its input ends. */
public final class PaceWorker {

    /** As a slice of a campaign has. */
    private static final Duration SLICE_TIME = Duration.ofSeconds(15);

    /** SMS of one to so many parts by turns. */
    private static final int MOST_PARTS = 3;

    private final ProviderPassages passages;
    private final String name;
    private int sent;

    private PaceWorker(ProviderPassages passages, String name) {
        this.passages = passages;
        this.name = name;
    }

    /**
     * Prints a line once it is there, then sends.
     *
     * @param args where tables and simulator listen
     */
    public static void main(String[] args) throws IOException {
        var clients = new BenchClients(new SdkClients(Map.of()), TableClient.of(args[0]), new UnusedQueues());
        var variables = Map.of(
                "CHANNELS_TABLE",
                FreshTables.name(FreshTables.template(args[0]), "Channels"),
                "SECRETS_PREFIX",
                "none",
                "SIMULATOR_URL",
                args[1]);
        var environment = new FunctionEnvironment(variables, InstantSource.system(), clients);
        var worker = new PaceWorker(
                new ProviderParts(environment).passages(),
                Long.toHexString(RandomGenerator.getDefault().nextLong()));
        Thread.ofPlatform().daemon().start(worker::sendForEver);
        System.out.println(0);
        OtherProcess.awaitEnd();
    }

    private void sendForEver() {
        while (true) {
            var slice = slice();
            var passage = passages.open(
                    BenchStore.STORE, Urgency.CAMPAIGN, slice, Instant.now().plus(SLICE_TIME));
            passage.send(passage.admitted());
        }
    }

    private List<Draft> slice() {
        return IntStream.range(0, SendMessages.MAX_SLICE).mapToObj(_ -> draft()).toList();
    }

    private Draft draft() {
        var number = sent++;
        var to = new Phone("+86135%08d".formatted(number));
        return new Draft(
                new MessageId(AddressKey.of(to), "t." + name),
                to,
                new BuyerId("B" + number),
                MessageKind.NOTICE,
                new Content.Sms("【旗舰店】您的包裹已发出。", 1 + number % MOST_PARTS),
                "0/0");
    }
}
