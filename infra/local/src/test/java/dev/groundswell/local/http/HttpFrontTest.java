package dev.groundswell.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import dev.groundswell.local.script.Pipeline;
import dev.groundswell.local.script.Script;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.jr.ob.JSON;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpFrontTest {

    private final Pipeline pipeline = new Pipeline();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<String> event = new AtomicReference<>("");

    HttpFrontTest() throws PortTakenException {}

    @BeforeEach
    void answerWithCreated() {
        event.set("");
        Script.write("web", (received, _) -> {
            event.set(received);
            return "{\"statusCode\":201,\"headers\":{\"X-Own\":\"yes\"},\"cookies\":[\"a=b\"],"
                    + "\"body\":\"aGVsbG8=\",\"isBase64Encoded\":true}";
        });
    }

    @AfterEach
    void forget() {
        Script.clear();
    }

    @AfterAll
    void stop() {
        http.close();
        pipeline.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(pipeline.system().url() + path));
    }

    private HttpRequest.Builder post(String path, String body) {
        return to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder withToken(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + pipeline.system().token("viewer"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    class ARouteWithAnAuthorizer {

        @Test
        void refusesARequestWithoutAToken() {
            HttpResponse<String> answer = send(post("/closed/7", "{}"));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
            assertThat(event.get()).isEmpty();
        }

        @Test
        void refusesATokenOfAnotherIssuer() {
            Tokens strangers = Tokens.open(Optional.empty(), pipeline.system().url(), Tokens.AUDIENCE);

            assertThat(send(post("/closed/7", "{}")
                                    .header("Authorization", "Bearer " + strangers.issue("demo", "owner")))
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void handsTheClaimsOverAsTextsLikeApiGateway() {
            send(withToken(post("/closed/7?a=1&a=2&b=x%20y", "{\"x\":1}")));

            Map<String, Object> received = JSON.std.mapFrom(event.get());
            assertThat(received)
                    .containsEntry("version", "2.0")
                    .containsEntry("routeKey", "POST /closed/{id}")
                    .containsEntry("rawPath", "/closed/7")
                    .containsEntry("rawQueryString", "a=1&a=2&b=x%20y")
                    .containsEntry("queryStringParameters", Map.of("a", "1,2", "b", "x y"))
                    .containsEntry("pathParameters", Map.of("id", "7"))
                    .containsEntry("body", "{\"x\":1}")
                    .containsEntry("isBase64Encoded", false);
            assertThat(event.get()).contains("\"roles\":\"[viewer]\"", "\"store\":\"demo\"", "\"scopes\":null");
        }
    }

    @Nested
    class AnOpenRoute {

        @Test
        void answersWithStatusHeadersCookiesAndDecodedBody() {
            HttpResponse<String> answer = send(post("/open", "{}"));

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.headers().firstValue("X-Own")).contains("yes");
            assertThat(answer.headers().firstValue("Set-Cookie")).contains("a=b");
        }

        @Test
        void encodesABodyThatIsNoText() {
            send(to("/open")
                    .header("Content-Type", "application/octet-stream")
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[] {1, 2, 3})));

            assertThat(JSON.std.mapFrom(event.get()))
                    .containsEntry("body", "AQID")
                    .containsEntry("isBase64Encoded", true);
        }

        @Test
        void hidesAFunctionsError() {
            Script.write("web", (_, _) -> {
                throw new IllegalStateException("the secret is 42");
            });
            HttpResponse<String> answer = send(post("/open", "{}"));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        }

        @Test
        void letsPagesOfThisMachineInAndNoOthers() {
            HttpResponse<String> local = send(post("/open", "{}").header("Origin", "http://localhost:5173"));
            HttpResponse<String> other = send(post("/open", "{}").header("Origin", "https://example.com"));

            assertThat(local.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("http://localhost:5173");
            assertThat(other.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Nested
    class TheInvokeApi {

        @Test
        void handsTheBodyOverAsTheEvent() {
            assertThat(send(post("/2015-03-31/functions/Web/invocations", "{\"by\":\"hand\"}"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(event.get()).isEqualTo("{\"by\":\"hand\"}");
        }

        @Test
        void marksAFunctionsError() {
            Script.write("web", (_, _) -> {
                throw new IllegalStateException("no");
            });
            HttpResponse<String> answer = send(post("/2015-03-31/functions/Web/invocations", "{}"));

            assertThat(answer.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
            assertThat(JSON.std.mapFrom(answer.body())).containsEntry("errorMessage", "no");
        }

        @Test
        void knowsWhichFunctionsThereAre() {
            assertThat(send(post("/2015-03-31/functions/Nobody/invocations", "{}"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class ForPeople {

        @Test
        void graphiqlComesWithATokenAndWithoutTheNetwork() {
            String page = send(to("/")).body();

            assertThat(page).contains("GraphiQL.createFetcher", "Bearer ey").doesNotContain("https://");
            assertThat(send(to("/_local/graphiql/graphiql.min.js")).body()).hasSizeGreaterThan(500_000);
        }

        @Test
        void aTokenOfEachRoleIsToBeHad() {
            assertThat(send(to("/_local/token?role=operator")).body()).startsWith("ey");
            assertThat(send(to("/_local/token?role=king")).statusCode()).isEqualTo(400);
        }

        @Test
        void theKeysArePublicWithoutTheirSecretHalf() {
            assertThat(send(to("/.well-known/jwks.json")).body())
                    .contains("\"kty\":\"RSA\"")
                    .doesNotContain("\"d\":");
        }

        @Test
        void aSecretIsChangedAndTheOneBeforeStaysValid() {
            HttpResponse<String> answer = send(post("/_local/secrets", "{\"shopify\":\"another\"}"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JSON.std.mapFrom(send(to("/_local/secrets")).body()))
                    .isEqualTo(JSON.std.mapFrom(answer.body()))
                    .hasEntrySatisfying(
                            "AWSCURRENT",
                            current -> assertThat(current)
                                    .asInstanceOf(map(String.class, Object.class))
                                    .containsEntry("shopify", "another")
                                    .containsEntry("orders", LocalSystem.WEBHOOK_SECRET))
                    .hasEntrySatisfying(
                            "AWSPREVIOUS",
                            previous -> assertThat(previous)
                                    .asInstanceOf(map(String.class, Object.class))
                                    .containsEntry("shopify", LocalSystem.WEBHOOK_SECRET));
        }

        @Test
        void aPageElsewhereCannotChangeASecret() {
            HttpResponse<String> answer = send(to("/_local/secrets")
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"shopify\":\"stolen\"}")));

            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(send(to("/_local/secrets")).body()).doesNotContain("stolen");
        }

        @Test
        void anUnknownPathIsNotFound() {
            assertThat(send(to("/nothing")).statusCode()).isEqualTo(404);
        }
    }
}
