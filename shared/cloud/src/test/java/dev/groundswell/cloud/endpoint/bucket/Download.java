package dev.groundswell.cloud.endpoint.bucket;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An object on its way out, or one range of it, or for a HEAD what is known of it. */
final class Download {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private final S3Request request;
    private final ObjectFolder.Opened opened;
    private final StoredObject object;

    Download(S3Request request, ObjectFolder.Opened opened) {
        this.request = request;
        this.opened = opened;
        this.object = opened.object();
    }

    /** From the first byte on, up to and without the last. */
    private record Span(long from, long to) {}

    void send(HttpExchange exchange) throws IOException, S3Error {
        checkMatch();
        Map<String, String> headers = headers();
        if (request.header("If-None-Match")
                .filter(each -> Conditions.is(each, object))
                .isPresent()) {
            S3Answer.empty(304, headers).send(exchange);
            return;
        }
        Optional<Span> range = range();
        Span span = range.orElse(new Span(0, object.size()));
        range.ifPresent(each ->
                headers.put("Content-Range", "bytes " + each.from() + "-" + (each.to() - 1) + "/" + object.size()));
        headers.forEach(exchange.getResponseHeaders()::set);
        int status = range.isPresent() ? 206 : 200;
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(span.to() - span.from()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, span.to() == span.from() ? -1 : span.to() - span.from());
        copy(span, exchange.getResponseBody());
    }

    private void checkMatch() throws S3Error {
        Optional<String> match = request.header("If-Match");
        if (match.isPresent() && !Conditions.is(match.get(), object)) {
            throw S3Error.preconditionFailed("If-Match");
        }
    }

    private Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        headers.put("content-type", "binary/octet-stream");
        headers.putAll(object.headers());
        headers.put("ETag", BucketApi.quoted(object.etag()));
        headers.put("Accept-Ranges", "bytes");
        headers.put(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(object.modified().atZone(ZoneOffset.UTC)));
        // A presigned address says how the browser is to take it.
        BucketApi.HANDED_OUT.forEach(
                name -> request.parameter("response-" + name).ifPresent(value -> headers.put(name, value)));
        return headers;
    }

    /** A range that cannot be read is passed over, as HTTP has it. */
    private Optional<Span> range() throws S3Error {
        Matcher range = RANGE.matcher(request.header("Range").orElse(""));
        if (!range.matches() || range.group().equals("bytes=-")) {
            return Optional.empty();
        }
        Span span = range.group(1).isEmpty()
                ? new Span(Math.max(0, object.size() - Long.parseLong(range.group(2))), object.size())
                : new Span(Long.parseLong(range.group(1)), end(range.group(2)));
        if (span.from() >= span.to()) {
            throw new S3Error(416, "InvalidRange", "The requested range is not satisfiable.");
        }
        return Optional.of(span);
    }

    private long end(String last) {
        return last.isEmpty() ? object.size() : Math.min(object.size(), Long.parseLong(last) + 1);
    }

    private void copy(Span span, OutputStream out) throws IOException {
        try (var to = Channels.newChannel(out)) {
            long at = span.from();
            while (at < span.to()) {
                at += opened.bytes().transferTo(at, span.to() - at, to);
            }
        }
    }
}
