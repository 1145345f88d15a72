package dev.groundswell.segmentquery;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.segment.freeze.AudienceExport;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.ExportAudience;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.segment.freeze.FreezeAudience;
import dev.groundswell.core.segment.freeze.FrozenAudience;
import dev.groundswell.core.segment.freeze.HashedContact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.jr.ob.JSON;

class AudienceFreezeHandlerTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final FunctionDesk desk = new FunctionDesk(aws);
    private final AudienceFreezeHandler handler = desk.audienceFreeze();

    @BeforeAll
    static void create() {
        FunctionDesk.create(aws);
    }

    private AudienceId begun(String rule) {
        var freeze = new FreezeAudience(desk.table(), desk.queue(), desk.time());
        var request = new FreezeAudience.Request("Autumn", null, FunctionDesk.rule(rule), "tester");
        var result = freeze.freeze(FunctionDesk.STORE.id(), request);
        return ((FreezeAudience.Result.Begun) result).audience().id();
    }

    private AudienceId frozen(String rule) {
        var id = begun(rule);
        desk.deliverAll(handler);
        return id;
    }

    private FrozenAudience read(AudienceId id) {
        return desk.table().find(FunctionDesk.STORE.id(), id).orElseThrow();
    }

    private String exported(AudienceId id, ExportFormat format) {
        var store = FunctionDesk.STORE.id();
        var exports = new ExportAudience(desk.table(), desk.table(), desk.files(), desk.queue(), desk.time());
        assertThat(exports.export(store, id, format)).isInstanceOf(ExportAudience.Result.Begun.class);
        desk.deliverAll(handler);
        var done = (AudienceExport.Done)
                desk.table().find(store, id, format, desk.time().instant()).orElseThrow();
        var text = get(exports.address(store, id, done).orElseThrow().toString());
        assertThat(done.sha256()).isEqualTo(sha256(text));
        assertThat(done.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        return text;
    }

    private static String get(String address) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException | InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    private static List<Integer> buyers() {
        return IntStream.range(0, 30).filter(i -> i % 3 > 0).boxed().toList();
    }

    @Nested
    class AnAudience {

        @Test
        void goesThroughTheQueueAndIsReady() {
            var id = frozen("paid_orders >= 1 AND orders(item = 'item-1') >= 1");

            assertThat(read(id))
                    .isInstanceOfSatisfying(
                            FrozenAudience.Ready.class,
                            ready -> assertThat(ready.count()).isEqualTo(10));
        }

        @Test
        void whoseMessageIsLostIsWokenByTheSchedule() {
            var id = begun("paid_orders >= 2");
            desk.deliverAll(new LosingHandler());
            var later = InstantSource.fixed(desk.time().instant().plus(Duration.ofMinutes(5)));

            desk.handle(desk.audienceFreeze(later), "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\"}");
            desk.deliverAll(handler);

            assertThat(read(id)).isInstanceOf(FrozenAudience.Ready.class);
        }
    }

    @Nested
    class AnExport {

        private final AudienceId id = frozen("paid_orders >= 1");

        @Test
        void asCsvIsReadBackAsItWas() throws IOException {
            var text = exported(id, ExportFormat.CSV);

            assertThat(text).startsWith("\uFEFFbuyer_id,name,phone,email,").contains("\r\n");
            try (var csv = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
                var records = csv.stream().toList();
                assertThat(records)
                        .extracting(record -> record.getField("buyer_id"))
                        .containsExactlyInAnyOrderElementsOf(
                                buyers().stream().map(i -> "B" + i).toList());
                assertThat(records).allSatisfy(AnExport::isAsItWas);
            }
        }

        private static void isAsItWas(NamedCsvRecord record) {
            var i = Integer.parseInt(record.getField("buyer_id").substring(1));
            var row = FunctionDesk.row(i);
            assertThat(record.getField("name")).isEqualTo("'" + row.name());
            assertThat(record.getField("phone"))
                    .isEqualTo(row.phone() == null ? "" : row.phone().e164());
            assertThat(record.getField("email"))
                    .isEqualTo(Objects.requireNonNull(row.email()).address());
            assertThat(record.getField("paid_orders")).isEqualTo(Integer.toString(i % 3));
            assertThat(record.getField("spend")).isEqualTo(100 * (i % 3) + ".00");
            assertThat(record.getField("last_paid_at")).isEqualTo("2026-11-21T11:13:05+08:00");
            assertThat(record.getField("has_phone")).isEqualTo(Boolean.toString(i % 2 == 0));
            assertThat(record.getField("last_viewed_at")).isEmpty();
        }

        @Test
        void asJsonLinesIsReadBackAsItWas() {
            var lines = exported(id, ExportFormat.JSON_LINES)
                    .lines()
                    .map(JSON.std::mapFrom)
                    .toList();

            assertThat(lines).hasSize(20).allSatisfy(line -> {
                var i = Integer.parseInt(String.valueOf(line.get("buyer_id")).substring(1));
                assertThat(line)
                        .containsEntry("name", "=name, \"" + i + "\"")
                        .containsEntry("paid_orders", i % 3)
                        .containsEntry("spend", 100 * (i % 3) + ".00")
                        .containsEntry("has_phone", i % 2 == 0)
                        .doesNotContainKey("last_viewed_at");
            });
        }

        @Test
        void forAdvertisingHasHashesOnly() {
            var google = exported(id, ExportFormat.HASHED_GOOGLE).lines().toList();
            var meta = exported(id, ExportFormat.HASHED_META).lines().toList();

            assertThat(google).hasSize(21).first().isEqualTo("Email,Phone");
            assertThat(google).contains(sha256("2@qq.com") + "," + sha256("+8613800138012"));
            assertThat(google).contains(sha256("1@qq.com") + ",");
            assertThat(meta).hasSize(21).first().isEqualTo("email,phone");
            assertThat(meta).contains(sha256("2@qq.com") + "," + sha256("8613800138012"));
            assertThat(HashedContact.email(
                            Objects.requireNonNull(FunctionDesk.row(2).email())))
                    .isEqualTo(sha256("2@qq.com"));
        }
    }

    @Nested
    class AMessage {

        @Test
        void thatNamesNoAudienceOfOursIsDropped() {
            var body = "{\"store\":\"demo\",\"audience\":\"20261122T031205Z-00000000\",\"step\":\"START\"}";

            assertThat(desk.handle(handler, FunctionDesk.event(body))).containsEntry("batchItemFailures", List.of());
        }

        @Test
        void thatCannotBeReadComesAgainUntilItIsDead() {
            assertThat(desk.handle(handler, FunctionDesk.event("hello")))
                    .containsEntry("batchItemFailures", List.of(Map.of("itemIdentifier", "m1")));
            assertThat(desk.context.lines()).singleElement().asString().contains("message-unreadable");
        }
    }
}
