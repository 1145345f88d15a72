package dev.groundswell.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {

    private static final String PHONE = "Mozilla/5.0 (Linux; Android 15; 2410DPN6CC) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.55";

    private static boolean isPersons(String method, Map<String, String> headers) {
        return new Visit(method, name -> Optional.ofNullable(headers.get(name))).isPersons();
    }

    private static boolean isPersons(String agent) {
        return isPersons("GET", Map.of("user-agent", agent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PHONE,
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/18.6 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
                "Mozilla/5.0 (Linux; U; Android 14; zh-cn) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
                        + " MQQBrowser/15.2 Mobile Safari/537.36"
            })
    void aBrowserIsAPersons(String agent) {
        assertThat(isPersons(agent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
                "facebookexternalhit/1.1",
                "WhatsApp/2.23.20.0",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0"
                        + " Safari/537.36",
                "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
                "python-requests/2.32.3",
                "curl/8.10.1",
                "Go-http-client/2.0"
            })
    void aProgramIsNobodys(String agent) {
        assertThat(isPersons(agent)).isFalse();
    }

    @Test
    void aBrowserThatLoadsAheadIsNobodysYet() {
        assertThat(isPersons("GET", Map.of("user-agent", PHONE, "sec-purpose", "prefetch;prerender")))
                .isFalse();
        assertThat(isPersons("GET", Map.of("user-agent", PHONE, "x-moz", "prefetch")))
                .isFalse();
    }

    @Test
    void onlyAskingWhetherItIsThereIsNobodys() {
        assertThat(isPersons("HEAD", Map.of("user-agent", PHONE))).isFalse();
    }
}
