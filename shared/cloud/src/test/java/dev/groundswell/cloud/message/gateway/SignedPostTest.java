package dev.groundswell.cloud.message.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignedPostTest {

    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private Instant now = Instant.parse("2026-11-11T04:00:00Z");
    private final SignedPost post = new SignedPost(() -> now);

    SignedPostTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            connections.add(exchange.getRemoteAddress());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, 0);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void post() {
        var to = URI.create("http://localhost:" + server.getAddress().getPort());
        assertThat(post.post(to, "demo", Map.of(), Optional.empty())).isInstanceOf(SignedPost.Posted.Taken.class);
    }

    @Nested
    class Messages_that_follow_each_other {

        @Test
        void go_over_one_connection() {
            post();
            now = now.plus(SignedPost.IDLE);
            post();

            assertThat(connections).hasSize(1);
        }
    }

    @Nested
    class A_message_after_a_pause {

        @Test
        void goes_over_a_connection_that_nobody_can_have_closed_meanwhile() {
            post();
            now = now.plus(SignedPost.IDLE).plusMillis(1);
            post();

            assertThat(connections).hasSize(2);
        }
    }
}
