package dev.groundswell.local;

import dev.groundswell.cloud.audience.AudienceTable;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.local.function.Outcome;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The child of {@link KilledIndexTest}: sends orders, and tells in the end how the audience index compares with the profiles.
 * Arguments: data directory, template, and how many messages to send.
 */
final class KilledIndex {

    private static final int ORDERS_A_MESSAGE = 10;
    private static final int BEFORE_ALL_BUYERS_ARE_THERE = KilledIndexTest.BUYERS / ORDERS_A_MESSAGE;
    private static final int SOME_FOLDS = 10;

    private KilledIndex() {}

    public static void main(String[] arguments) throws PortTakenException {
        var system = LocalSystem.start(
                LocalOptions.inMemory().withData(Path.of(arguments[0])).withTemplate(Path.of(arguments[1])));
        var url = system.template().queue("OrderChanges").orElseThrow().url();
        for (var message = 0; message < Integer.parseInt(arguments[2]); message++) {
            var body = message(message);
            system.clients().sqs().sendMessage(request -> request.queueUrl(url).messageBody(body));
            if (message > BEFORE_ALL_BUYERS_ARE_THERE && folds(system) > SOME_FOLDS) {
                System.out.println("well under way.");
            }
        }
        system.awaitDrained();
        System.out.println(compared(system));
        System.exit(0);
    }

    private static String compared(LocalSystem system) {
        var request = "{\"store\":\"" + LocalSystem.STORE + "\",\"mode\":\"COMPARE\"}";
        return switch (system.invoke("AudienceRebuild", request.getBytes(StandardCharsets.UTF_8))) {
            case Outcome.Answer(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case Outcome.Failure(var _, var message, var _) -> message;
        };
    }

    /** Each fold is a revision of its shard's manifest. */
    private static long folds(LocalSystem system) {
        var table = Objects.requireNonNull(
                system.template().environment("AudienceCompaction").get("AUDIENCE_TABLE"));
        var shards = new AudienceTable(system.clients().dynamoDb(), table);
        return IntStream.range(0, AudienceIndex.SHARDS)
                .mapToLong(shard -> shards.manifest(new StoreId(LocalSystem.STORE), shard)
                        .value()
                        .revision())
                .sum();
    }

    private static String message(int message) {
        var orders = IntStream.range(message * ORDERS_A_MESSAGE, (message + 1) * ORDERS_A_MESSAGE)
                .mapToObj(KilledIndex::order)
                .toList();
        return "[" + String.join(",", orders) + "]";
    }

    private static String order(int number) {
        return """
            {"orderId":"O%d","buyerId":"B%d","status":"PAID","orderedAt":"2026-06-%02dT08:00:00Z",\
            "modifiedAt":"2026-06-%02dT09:00:00Z","paidAt":"2026-06-%02dT08:59:00Z","currency":"CNY",\
            "payable":"71.94","buyer":{"phone":"+861372749%04d"}}\
            """.formatted(
                        number,
                        number % KilledIndexTest.BUYERS,
                        1 + number % 28,
                        1 + number % 28,
                        1 + number % 28,
                        number % KilledIndexTest.BUYERS);
    }
}
