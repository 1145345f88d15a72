package dev.groundswell.core.message.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be wrong with links. */
final class LinkRules {

    /** Begins where no other letter stands before it, so that a long run of letters is looked at once. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?i)(?<![a-z0-9.@/-])(?:(https?)://)?((?:[a-z0-9-]++\\.)++([a-z]{2,10}))"
                    + "(?![a-z0-9@])(?::\\d+)?(?:[/?#][a-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]*)?");

    private static final Pattern HREF = Pattern.compile("(?i)\\bhref\\s*=\\s*[\"']?\\s*((https?):[^\"'\\s>]*)");

    private static final Pattern HOST = Pattern.compile("(?i)^https?://([^/:?#]+)");

    /** What an address without {@code https://} ends its host with, to be told from a sentence's end. */
    private static final Set<String> ENDINGS =
            Set.of("com", "cn", "net", "org", "cc", "me", "io", "tv", "top", "xyz", "shop", "link", "vip", "co");

    private static final Set<String> TAOBAO = Set.of("taobao.com", "tmall.com", "tb.cn", "tmall.hk");

    private final MessageQuestion question;

    LinkRules(MessageQuestion question) {
        this.question = question;
    }

    void check(List<CheckedPart> parts, Problems problems) {
        for (var part : parts) {
            if (part.part() == TextPart.HTML) {
                checkHtml(part, problems);
            } else {
                checkText(part, problems);
            }
        }
        checkTarget(parts, problems);
    }

    private void checkText(CheckedPart part, Problems problems) {
        var link = WRITTEN.matcher(part.source());
        while (link.find()) {
            if (link.group(1) != null || ENDINGS.contains(link.group(3).toLowerCase(Locale.ROOT))) {
                var at = part.at(link.start(), link.end());
                checkWritten(link.group(1), link.group(2), at, problems);
                checkNeighbours(part, at, problems);
            }
        }
        part.uses().stream()
                .filter(use -> use.name().equals(Variables.LINK) || use.name().equals(Variables.UNSUBSCRIBE_LINK))
                .forEach(use -> checkNeighbours(part, part.at(use), problems));
    }

    private void checkHtml(CheckedPart part, Problems problems) {
        for (var tag : HtmlText.of(part.source()).tags()) {
            var link = HREF.matcher(tag.text());
            if (tag.name().equals("a") && link.find()) {
                host(link.group(1))
                        .ifPresent(host -> checkWritten(
                                link.group(2),
                                host,
                                part.at(tag.start() + link.start(1), tag.start() + link.end(1)),
                                problems));
            }
        }
    }

    private void checkWritten(@Nullable String scheme, String host, Span at, Problems problems) {
        problems.warning(
                ProblemCode.LINK_NOT_COUNTED,
                "Nobody counts the clicks on this: write {{link}}, and where it leads beside the message.",
                at);
        if ("http".equalsIgnoreCase(scheme)) {
            problems.warning(ProblemCode.LINK_NOT_HTTPS, "It is not encrypted: write https.", at);
        }
        warnOfTaobao(host, at, problems);
    }

    /** Where it leads is judged like what is written. */
    private void checkTarget(List<CheckedPart> parts, Problems problems) {
        question.link()
                .flatMap(LinkRules::host)
                .ifPresent(host -> parts.stream()
                        .flatMap(part -> part.uses().stream()
                                .filter(use -> use.name().equals(Variables.LINK))
                                .map(part::at))
                        .findFirst()
                        .ifPresent(at -> warnOfTaobao(host, at, problems)));
    }

    private static Optional<String> host(String link) {
        var host = HOST.matcher(link);
        return host.find() ? Optional.of(host.group(1)) : Optional.empty();
    }

    private void warnOfTaobao(String host, Span at, Problems problems) {
        if (question.intoWechat() && isTaobao(host.toLowerCase(Locale.ROOT))) {
            problems.warning(
                    ProblemCode.TAOBAO_LINK_IN_WECHAT,
                    "WeChat opens no links into Taobao: lead to a page of your own, or let people copy a code.",
                    at);
        }
    }

    private static boolean isTaobao(String host) {
        return TAOBAO.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** A blank stands before and behind a link, for phones guess where it ends. */
    private static void checkNeighbours(CheckedPart part, Span at, Problems problems) {
        if (isLetter(part.source(), at.start() - 1) || isLetter(part.source(), at.end())) {
            problems.warning(
                    ProblemCode.LINK_RUNS_ON,
                    "Put a blank before and behind the link, or phones take the words beside it for a part of it.",
                    at);
        }
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
