package dev.groundswell.publiclinks;

import dev.groundswell.cloud.event.HttpResponse;
import java.util.Map;

/** Pages of two or three lines, in English and Chinese, without scripts and without anything from elsewhere. */
final class Page {

    private static final Map<String, String> HEADERS = Map.of(
            "content-type", "text/html; charset=utf-8",
            "cache-control", "no-store",
            "content-security-policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
            "referrer-policy", "no-referrer",
            "x-content-type-options", "nosniff",
            "x-robots-tag", "noindex");

    private Page() {}

    static HttpResponse notFound() {
        return page(404, "Not found · 链接无效", """
            <p>This link leads nowhere, or not any more.</p>
            <p lang="zh">此链接无效或已过期。</p>\
            """);
    }

    /** The form goes to the page's own address. */
    static HttpResponse askWhetherToUnsubscribe() {
        return page(200, "Unsubscribe · 退订", """
            <p>Do you want no more messages from this store at this address?</p>
            <p lang="zh">您要退订本店发送到此地址的消息吗？</p>
            <form method="post"><button type="submit">Unsubscribe · 退订</button></form>\
            """);
    }

    static HttpResponse unsubscribed() {
        return page(200, "Unsubscribed · 已退订", """
            <p>You are unsubscribed. No more messages will be sent to this address.</p>
            <p lang="zh">您已退订，我们不会再向此地址发送消息。</p>\
            """);
    }

    private static HttpResponse page(int status, String title, String body) {
        return new HttpResponse(status, HEADERS, """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { font: 1.1rem/1.6 system-ui, sans-serif; margin: 15vh auto; max-width: 26rem; padding: 0 1rem; text-align: center }
            button { font: inherit; padding: .6em 2em; border: 0; border-radius: .4em; background: #b00020; color: #fff; cursor: pointer }
            </style>
            </head>
            <body>
            %s
            </body>
            </html>
            """.formatted(title, body));
    }
}
