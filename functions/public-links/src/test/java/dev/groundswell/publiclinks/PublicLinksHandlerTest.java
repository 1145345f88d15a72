package dev.groundswell.publiclinks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.link.LinkTable;
import dev.groundswell.cloud.message.MessageTable;
import dev.groundswell.cloud.message.StandingTable;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.link.SignedLinks;
import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.jr.ob.JSON;

class PublicLinksHandlerTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private static final StoreId DEMO = new StoreId("demo");
    private static final Instant NOW = Instant.parse("2026-11-11T02:00:00Z");
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
    private static final URI TARGET = URI.create("https://shop.example.com/双11?from=sms");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Draft draft = AMessage.mail("20261111T000000Z-0000000b", PEOPLE.incrementAndGet());
    private final LinkTable table =
            new LinkTable(aws.clients().dynamoDb(), aws.table("Links"), InstantSource.fixed(NOW), new Random(1));
    private final SignedLinks links = new SignedLinks(table, table);
    private final PublicLinksHandler handler = new PublicLinksHandler(
            new FunctionEnvironment(
                    Map.of(
                            "STORE_ID", "demo",
                            "ORDERS_TABLE", aws.table("Orders"),
                            "MESSAGES_TABLE", aws.table("Messages"),
                            "LINKS_TABLE", aws.table("Links"),
                            "DELIVERY_EVENTS_QUEUE", aws.queue("DeliveryEvents")),
                    InstantSource.fixed(NOW),
                    aws.clients()),
            new Random(1));

    @BeforeAll
    static void create() {
        aws.createTables("Orders", "Messages", "Links");
        aws.createQueues("DeliveryEvents");
    }

    private record Answer(int status, Map<?, ?> headers, String body) {}

    private Answer ask(String method, String path, Map<String, String> headers, String body) {
        var event = JSON.std.asString(Map.of(
                "rawPath",
                path,
                "headers",
                headers,
                "requestContext",
                Map.of("http", Map.of("method", method)),
                "body",
                body));
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, new TestContext());
        var values = JSON.std.mapFrom(answer.toByteArray());
        return new Answer(
                (int) Objects.requireNonNull(values.get("statusCode")),
                (Map<?, ?>) Objects.requireNonNull(values.get("headers")),
                String.valueOf(values.get("body")));
    }

    private Answer get(String path) {
        return ask("GET", path, Map.of("User-Agent", PHONE), "");
    }

    private ShortLink written(StoreId store) {
        var link =
                links.prepare(store, draft.id(), draft.buyer(), List.of(TARGET)).getFirst();
        links.write(store, List.of(link));
        return link;
    }

    private List<String> clicks(ShortLink link) {
        var queue = aws.queue("DeliveryEvents");
        return aws
                .clients()
                .sqs()
                .receiveMessage(get -> get.queueUrl(queue).maxNumberOfMessages(10))
                .messages()
                .stream()
                .map(message -> message.body())
                .filter(body -> body.contains(link.code().value()))
                .toList();
    }

    @Nested
    class AShortLink {

        @Test
        void leadsOnAndIsNeverKept() {
            var answer = get(ShortLink.PATH + written(DEMO).code());

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.headers().get("location")).isEqualTo("https://shop.example.com/%E5%8F%8C11?from=sms");
            assertThat(answer.headers().get("cache-control")).isEqualTo("no-store");
        }

        @Test
        void notesThatAPersonFollowedIt() {
            var link = written(DEMO);

            get(ShortLink.PATH + link.code());

            assertThat(clicks(link)).singleElement().asString().contains("\"at\":\"2026-11-11T02:00:00Z\"");
        }

        @Test
        void leadsProgramsOnTooWithoutCountingThem() {
            var link = written(DEMO);
            var path = ShortLink.PATH + link.code();

            assertThat(List.of(
                            ask("HEAD", path, Map.of("user-agent", PHONE), ""),
                            ask("GET", path, Map.of("user-agent", "Twitterbot/1.0"), ""),
                            ask("GET", path, Map.of("user-agent", PHONE, "sec-purpose", "prefetch;prerender"), ""),
                            ask("GET", path, Map.of(), "")))
                    .extracting(Answer::status)
                    .containsOnly(302);
            assertThat(clicks(link)).isEmpty();
        }

        @Test
        void thatNobodyMadeLeadsNowhere() {
            assertThat(get("/l/AAAAAAAAAA").status()).isEqualTo(404);
            assertThat(get("/l/https://evil.example").status()).isEqualTo(404);
            assertThat(get("/l/").status()).isEqualTo(404);
            assertThat(get("/elsewhere").status()).isEqualTo(404);
        }

        @Test
        void ofAnotherStoreIsFoundByTheHostName() {
            var other = new StoreId("other");
            table.take(other, "go.other.example");
            var path = ShortLink.PATH + written(other).code();

            assertThat(get(path).status()).isEqualTo(404);
            assertThat(ask("GET", path, Map.of("host", "Go.Other.example:443"), "")
                            .status())
                    .isEqualTo(302);
        }
    }

    @Nested
    class TheWayOut {

        private final String path = "/u/" + links.wayOut(DEMO, draft.id());

        private Standing standing() {
            return new StandingTable(aws.clients().dynamoDb(), aws.table("Messages"))
                    .find(DEMO, List.of(draft.id().address()))
                    .getOrDefault(draft.id().address(), Standing.CLEAR);
        }

        private void sent() {
            var dynamoDb = aws.clients().dynamoDb();
            new MessageTable(dynamoDb, aws.table("Messages"), new Transactions(dynamoDb, _ -> {}, new Random(1)))
                    .claim(
                            DEMO,
                            new Message.Claim("worker", NOW.minusSeconds(60), NOW),
                            Optional.empty(),
                            List.of(draft));
        }

        @Test
        void asksFirstAndChangesNothing() {
            var answer = get(path);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("<form method=\"post\">");
            assertThat(standing().barrings()).isEmpty();
        }

        @Test
        void isTakenAtOneClickOfAMailbox() {
            sent();
            var headers = new HashMap<>(Map.of("content-type", "application/x-www-form-urlencoded"));

            var answer = ask("POST", path, headers, "List-Unsubscribe=One-Click");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(standing().isBarred(Bar.UNSUBSCRIBED)).isTrue();
            assertThat(new BuyerHistoryTable(aws.clients().dynamoDb(), aws.table("Orders"))
                            .ofBuyer(DEMO, draft.buyer())
                            .consents())
                    .singleElement()
                    .extracting(Consent::isWithdrawn, Consent::source)
                    .containsExactly(true, "unsubscribe-link");
        }

        @Test
        void isTakenByTheButtonEvenWhereTheMessageIsForgotten() {
            assertThat(ask("POST", path, Map.of(), "").status()).isEqualTo(200);
            assertThat(standing().isBarred(Bar.UNSUBSCRIBED)).isTrue();
        }

        @Test
        void isNobodyElses() {
            var end = path.charAt(path.length() - 2) == 'A' ? "B" : "A";
            var forged = path.substring(0, path.length() - 2) + end + path.charAt(path.length() - 1);

            assertThat(ask("POST", forged, Map.of(), "").status()).isEqualTo(404);
            assertThat(ask("POST", "/u/", Map.of(), "").status()).isEqualTo(404);
            assertThat(ask("POST", "/u/" + draft.id(), Map.of(), "").status()).isEqualTo(404);
            assertThat(standing().barrings()).isEmpty();
        }
    }
}
