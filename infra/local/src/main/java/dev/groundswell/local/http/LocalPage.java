package dev.groundswell.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** Pages for people, drawn from what the API answers. */
enum LocalPage {
    /** One picture of whether the store's history is whole. */
    HISTORY("history.html"),
    /** Rules to type, and who meets them. */
    SEGMENTS("segments.html"),
    /** Messages that the simulator was sent. */
    OUTBOX("outbox.html");

    /** What pages have in common. */
    private static final String SCRIPT = "page.js";

    private final String file;

    LocalPage(String file) {
        this.file = file;
    }

    Reply reply(String token, Instant now) {
        String headers = JSON.std.asString(Map.of("Authorization", "Bearer " + token));
        String text = text(file)
                .replace("{page}", text(SCRIPT))
                .replace("{headers}", headers)
                .replace("{now}", now.toString());
        return Reply.text(200, "text/html; charset=utf-8", text).with("Cache-Control", "no-store");
    }

    private static String text(String file) {
        try (InputStream in = LocalPage.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
