package dev.groundswell.cloud.message.gateway;

import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.webhook.WebhookSignature;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.jr.ob.JSON;

/** Posts JSON to an address, signed where there is a secret, once. Safe for many threads. */
final class SignedPost {

    static final String STORE = "X-Groundswell-Store";
    static final String SIGNATURE = "X-Groundswell-Signature";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** As {@code SdkClients} has for AWS's providers. */
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    /**
     * A connection that nobody used for so long is not used again. Servers close theirs after 5 seconds at the earliest (Node, Apache), and
     * what is written to one that is just being closed is a message of which nobody knows whether it arrived. A new connection
     * costs a few milliseconds.
     */
    static final Duration IDLE = Duration.ofSeconds(3);

    static {
        // The JDK's clients have no setting of their own for it.
        System.setProperty("jdk.httpclient.keepalive.timeout", Long.toString(IDLE.toSeconds()));
    }

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    private final InstantSource time;
    private HttpClient client = newClient();
    private Instant usedAt;

    SignedPost(InstantSource time) {
        this.time = time;
        this.usedAt = time.instant();
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Another one after a pause: a function that was frozen meanwhile has not seen its connections being closed. */
    private synchronized HttpClient client() {
        var now = time.instant();
        if (usedAt.isBefore(now.minus(IDLE))) {
            client.shutdown(); // What is under way goes on.
            client = newClient();
        }
        usedAt = now;
        return client;
    }

    /** What came back: a body that was taken, or what the failure means for each message in it. */
    sealed interface Posted {
        /** Of a status of success. */
        record Taken(String body) implements Posted {}

        /** Of a status of the client's fault. */
        record Refused(int status, String body) implements Posted {}

        record Failed(Answer answer) implements Posted {}
    }

    Posted post(URI to, String store, Object body, Optional<String> secret) {
        var bytes = JSON.std.asString(body).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(to)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header(STORE, store)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        secret.ifPresent(key -> request.header(SIGNATURE, WebhookSignature.sign(bytes, key)));
        try {
            return posted(client().send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (HttpConnectTimeoutException | ConnectException | SSLHandshakeException unreachable) {
            return new Posted.Failed(new Answer.NotTaken("UNREACHABLE", name(unreachable)));
        } catch (IOException lost) {
            return new Posted.Failed(
                    lost.getCause() instanceof UnresolvedAddressException
                            ? new Answer.NotTaken("UNREACHABLE", "No such host")
                            : new Answer.Lost(name(lost) + " instead of an answer"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Posted.Failed(new Answer.Lost("Interrupted while waiting for the answer"));
        }
    }

    private static Posted posted(HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status / 100 == 2) {
            return new Posted.Taken(answer.body());
        }
        if (status == TOO_MANY_REQUESTS || status == SERVICE_UNAVAILABLE) {
            return new Posted.Failed(new Answer.NotTaken(Integer.toString(status), "It asks to come back later."));
        }
        return status >= SERVER_ERROR
                ? new Posted.Failed(new Answer.Lost("Status " + status))
                : new Posted.Refused(status, answer.body());
    }

    private static String name(Exception failure) {
        return failure.getClass().getSimpleName();
    }
}
