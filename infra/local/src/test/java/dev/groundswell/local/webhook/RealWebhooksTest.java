package dev.groundswell.local.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.groundswell.core.webhook.WebhookSignature;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.api.Api;
import dev.groundswell.local.api.Api.Answer;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Real bodies of platforms, signed by ourselves, from the HTTP port to what GraphQL shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealWebhooksTest {

    private static final Path DATA = Path.of(System.getProperty("groundswell.root", ""), "..", "shared", "data");

    private final LocalSystem system;
    private final Api api;

    RealWebhooksTest() throws PortTakenException {
        system = LocalSystem.start(
                LocalOptions.inMemory().withStore(Currency.getInstance("USD"), ZoneId.of("America/New_York")));
        api = new Api(system);
    }

    @BeforeAll
    static void needsTheData() {
        assumeTrue(Files.isDirectory(DATA), "Skipped: the real bodies in " + DATA + " are not part of the product.");
    }

    @AfterAll
    void stop() {
        api.close();
        system.close();
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(DATA.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> shopify(byte[] body, String signature) {
        return api.send(HttpRequest.newBuilder(URI.create(system.url() + "/webhooks/shopify/demo"))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", "orders/create")
                .header("X-Shopify-Hmac-Sha256", signature)
                .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
                .header("X-Shopify-Triggered-At", system.clock().instant().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> woocommerce(byte[] body, String signature) {
        return api.send(HttpRequest.newBuilder(URI.create(system.url() + "/webhooks/woocommerce/demo"))
                .header("Content-Type", "application/json")
                .header("X-WC-Webhook-Topic", "order.updated")
                .header("X-WC-Webhook-Signature", signature)
                .header("X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static String signed(byte[] body) {
        return WebhookSignature.sign(body, LocalSystem.WEBHOOK_SECRET);
    }

    private Optional<Answer> order(String id) {
        system.awaitDrained();
        return api.ask(
                        "query ($id: ID!) { order(id: $id)"
                                + " { status isPaid orderedAt payable { amount currency } pieces contact { email } } }",
                        Map.of("id", id))
                .find("order");
    }

    @Nested
    class A_body_of_shopify {

        @Test
        void is_an_order_whose_number_kept_every_digit() {
            byte[] body = file("shopify/orders_create.webhook.json");

            assertThat(shopify(body, signed(body)).statusCode()).isEqualTo(200);

            assertThat(order("820982911946154508")).hasValueSatisfying(order -> {
                assertThat(order.at("payable").requireText("amount")).isEqualTo("254.98");
                assertThat(order.at("payable").requireText("currency")).isEqualTo("USD");
                assertThat(order.at("contact").requireText("email")).isEqualTo("jon@doe.ca");
                assertThat(order.requireText("isPaid")).isEqualTo("false");
            });
        }

        @Test
        void with_one_bit_flipped_is_refused_and_brings_nothing() {
            byte[] body = file("shopify/go-shopify_order.json");
            String signature = signed(body);
            body[body.length / 2] ^= 1;

            assertThat(shopify(body, signature).statusCode()).isEqualTo(401);
            assertThat(order("450789469")).isEmpty();
        }

        @Test
        void is_taken_with_the_secret_of_before_for_as_long_as_it_is_valid() {
            byte[] body = file("shopify/go-shopify_order_with_transaction.json");
            String before = signed(body);
            changeSecret("another");
            // Functions remember secrets for some minutes.
            system.clock().set(system.clock().instant().plus(Duration.ofMinutes(6)), 1);
            String after = WebhookSignature.sign(body, "another");

            assertThat(shopify(body, after).statusCode()).isEqualTo(200);
            assertThat(shopify(body, before).statusCode()).isEqualTo(200);
        }

        private void changeSecret(String secret) {
            HttpResponse<String> answer = api.send(HttpRequest.newBuilder(URI.create(system.url() + "/_local/secrets"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"shopify\":\"" + secret + "\"}")));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class A_body_of_woocommerce {

        @Test
        void is_an_order() {
            byte[] body = file("woocommerce/order_v3_sample1.json");

            assertThat(woocommerce(body, signed(body)).statusCode()).isEqualTo(200);

            assertThat(order("727"))
                    .hasValueSatisfying(order -> assertThat(order.at("payable").requireText("amount"))
                            .isEqualTo("29.35"));
        }

        @Test
        void with_one_bit_flipped_is_refused() {
            byte[] body = file("woocommerce/order_v3_sample2.json");
            String signature = signed(body);
            body[body.length / 2] ^= 1;

            assertThat(woocommerce(body, signature).statusCode()).isEqualTo(401);
        }
    }
}
