package dev.groundswell.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** One picture of whether the store's history is whole, drawn from the API's {@code historyCoverage}. */
final class HistoryPage {

    private HistoryPage() {}

    static Reply page(String token, Instant now) {
        try (InputStream page = HistoryPage.class.getResourceAsStream("history.html")) {
            if (page == null) {
                throw new IllegalStateException("history.html is not on the class path.");
            }
            String headers = JSON.std.asString(Map.of("Authorization", "Bearer " + token));
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{headers}", headers)
                    .replace("{now}", now.toString());
            return Reply.text(200, "text/html; charset=utf-8", text).with("Cache-Control", "no-store");
        } catch (IOException e) {
            throw new UncheckedIOException("history.html cannot be read", e);
        }
    }
}
