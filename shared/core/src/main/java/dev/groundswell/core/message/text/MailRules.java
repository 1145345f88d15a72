package dev.groundswell.core.message.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What mail programs, providers and the law ask of an e-mail. */
final class MailRules {

    /** So many characters lists of mails show on a phone, or half as many Chinese ones. */
    private static final int SEEN_SUBJECT = 60;

    /** Gmail cuts off what is longer than 102 KB, and with it the way out at the end. */
    private static final int SEEN_HTML_BYTES = 102 * 1024;

    private static final Pattern SCRIPT =
            Pattern.compile("(?i)<script\\b|<iframe\\b|<form\\b|\\bon[a-z]+\\s*=\\s*[\"']|javascript:");

    /** A variable within the address of a link or picture. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:href|src|action)\\s*=\\s*(?:\"[^\"]*|'[^']*|[^\\s>\"']*)$");

    /** As far back as an attribute can begin. */
    private static final int MAX_ATTRIBUTE = 2_000;

    private static final Pattern WAY_OUT = Pattern.compile(
            "(?is)<a\\b([^>]*\\bhref\\s*=\\s*[\"']?\\s*\\{\\{[ \\t]*unsubscribe_link[ \\t]*}}[^>]*)>(.*?)</a\\s*>");

    private static final Pattern HIDDEN = Pattern.compile(
            "(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden|opacity\\s*:\\s*0(?:\\.0*)?\\s*[;\"']|font-size\\s*:\\s*[0-8](?:\\.\\d+)?px");

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&nbsp;|\\s");

    private final MessageQuestion question;

    MailRules(MessageQuestion question) {
        this.question = question;
    }

    void check(List<CheckedPart> parts, Problems problems) {
        for (var part : parts) {
            if (part.source().isBlank()) {
                problems.error(ProblemCode.EMPTY, emptiness(part.part()), part.all());
            }
            switch (part.part()) {
                case SUBJECT -> checkSubject(part, problems);
                case HTML -> checkHtml(part, problems);
                case TEXT -> checkText(part, problems);
            }
        }
    }

    private static String emptiness(TextPart part) {
        return switch (part) {
            case SUBJECT -> "Write a subject.";
            case HTML -> "Write what the mail says, as HTML.";
            case TEXT -> "Write what the mail says also as plain text; filters mistrust a mail without it.";
        };
    }

    private static void checkSubject(CheckedPart subject, Problems problems) {
        var width = subject.source().codePoints().map(MailRules::width).sum();
        if (width > SEEN_SUBJECT) {
            problems.warning(
                    ProblemCode.SUBJECT_LONG,
                    "Only the first " + SEEN_SUBJECT / 2 + " Chinese characters, or " + SEEN_SUBJECT
                            + " others, are seen in a list of mails.",
                    subject.all());
        }
    }

    private static int width(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN ? 2 : 1;
    }

    private void checkHtml(CheckedPart html, Problems problems) {
        if (html.source().getBytes(StandardCharsets.UTF_8).length > SEEN_HTML_BYTES) {
            problems.warning(
                    ProblemCode.MAIL_LARGE,
                    "Mail programs cut off what is longer than " + SEEN_HTML_BYTES / 1024 + " KB.",
                    html.all());
        }
        var script = SCRIPT.matcher(html.source());
        while (script.find()) {
            problems.error(
                    ProblemCode.SCRIPT,
                    "Mail programs run no programs and show no forms; filters take this for an attack.",
                    html.at(script.start(), script.end()));
        }
        checkAddresses(html, problems);
        if (question.isMarketing()) {
            checkWayOut(html, problems);
        }
    }

    /** A value in an address could lead anywhere. */
    private void checkAddresses(CheckedPart html, Problems problems) {
        for (var use : html.uses()) {
            var before = html.source().substring(Math.max(0, use.start() - MAX_ATTRIBUTE), use.start());
            if (ADDRESS.matcher(before).find() && !isLink(use.name())) {
                problems.error(
                        ProblemCode.VARIABLE_AS_ADDRESS,
                        "'" + use.name() + "' is no link, and must not be a part of an address.",
                        html.at(use));
            }
        }
    }

    private boolean isLink(String name) {
        return question.known().stream()
                .anyMatch(variable -> variable.name().equals(name) && variable.type() == VariableType.LINK);
    }

    private static void checkWayOut(CheckedPart html, Problems problems) {
        var link = WAY_OUT.matcher(html.source());
        if (!link.find()) {
            problems.error(
                    ProblemCode.UNSUBSCRIBE_MISSING,
                    "Link to the way out: <a href=\"{{unsubscribe_link}}\">退订 / Unsubscribe</a>.",
                    html.at(html.source().length(), html.source().length()));
        } else if (HIDDEN.matcher(link.group(1)).find()
                || MARKUP.matcher(link.group(2)).replaceAll("").isEmpty()) {
            problems.error(
                    ProblemCode.UNSUBSCRIBE_HIDDEN,
                    "Whoever wants no more mail must see this link.",
                    html.at(link.start(), link.end()));
        }
    }

    private void checkText(CheckedPart text, Problems problems) {
        var says = text.uses().stream().anyMatch(use -> use.name().equals(Variables.UNSUBSCRIBE_LINK));
        if (question.isMarketing() && !says) {
            problems.error(
                    ProblemCode.UNSUBSCRIBE_MISSING,
                    "Write {{unsubscribe_link}} for those who read no HTML.",
                    text.at(text.source().length(), text.source().length()));
        }
    }
}
