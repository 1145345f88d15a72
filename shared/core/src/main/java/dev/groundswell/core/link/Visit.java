package dev.groundswell.core.link;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A request for a short link, as far as it tells whether a person made it. Whoever does not follow links on purpose says so,
 * mostly: scanners and previews by their names, browsers that load ahead by a header.
 *
 * @param header the value of a header by its name in lower case
 */
public record Visit(String method, Function<String, Optional<String>> header) {

    /** Parts of the names of programs that read links before people do, or instead of them. */
    private static final Pattern PROGRAMS = Pattern.compile(
            "bot\\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegram|skypeuripreview|slack"
                    + "|discord|embedly|proofpoint|mimecast|barracuda|safelinks|symantec|trendmicro|scanner|monitor"
                    + "|headless|phantomjs|python|curl/|wget/|java/|okhttp|go-http-client|apache-httpclient|libwww"
                    + "|axios|node-fetch|lighthouse|qqbrowserlitecloud|wechatpreload");

    private static final Pattern AHEAD = Pattern.compile("prefetch|prerender|preview");

    /** Empty agents are programs' too: every browser has a name. */
    public boolean isPersons() {
        var agent = header.apply("user-agent").orElse("").toLowerCase(Locale.ROOT);
        return method.equals("GET")
                && !agent.isBlank()
                && !PROGRAMS.matcher(agent).find()
                && !isAhead();
    }

    private boolean isAhead() {
        return isAhead("sec-purpose") || isAhead("purpose") || isAhead("x-purpose") || isAhead("x-moz");
    }

    private boolean isAhead(String name) {
        return header.apply(name)
                .filter(value -> AHEAD.matcher(value.toLowerCase(Locale.ROOT)).find())
                .isPresent();
    }
}
