package dev.groundswell.core.message.text;

import dev.groundswell.core.message.text.HtmlText.Tag;
import dev.groundswell.core.message.text.TemplateText.Use;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What mail programs, providers and the law ask of an e-mail. */
final class MailRules {

    /** So many characters lists of mails show on a phone, or half as many Chinese ones. */
    private static final int SEEN_SUBJECT = 60;

    /** Gmail cuts off what is longer than 102 KB, and with it the way out at the end. */
    private static final int SEEN_HTML_BYTES = 102 * 1024;

    /** Tags that mail programs take out. */
    private static final Set<String> ACTIVE = Set.of("script", "iframe", "form", "object", "embed");

    private static final Pattern RUNS = Pattern.compile("(?i)\\bon[a-z]{3,20}\\s*=|javascript:");

    /** A variable within the address of a link or picture: what stands before it in its tag. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:href|src|action)\\s*=\\s*(?:\"[^\"]*|'[^']*|[^\\s>\"']*)$");

    /** As far back as an attribute may begin. */
    private static final int MAX_ATTRIBUTE = 500;

    private static final Pattern WAY_OUT =
            Pattern.compile("(?i)\\bhref\\s*=\\s*[\"']?\\s*\\{\\{[ \\t]*unsubscribe_link[ \\t]*}}");

    /** More than a mail has of them. */
    private static final int MAX_WAYS_OUT = 20;

    private static final Pattern UNSEEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden"
            + "|opacity\\s*:\\s*0(?:\\.0*)?\\s*[;\"']|font-size\\s*:\\s*[0-8](?:\\.\\d+)?px");

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
        var read = HtmlText.of(html.source());
        read.tags().stream()
                .filter(MailRules::isActive)
                .forEach(tag -> problems.error(
                        ProblemCode.SCRIPT,
                        "Mail programs run no programs and show no forms; filters take this for an attack.",
                        html.at(tag.start(), tag.end())));
        checkAddresses(html, read, problems);
        if (question.isMarketing()) {
            checkWayOut(html, read, problems);
        }
    }

    private static boolean isActive(Tag tag) {
        return ACTIVE.contains(tag.name()) || RUNS.matcher(tag.text()).find();
    }

    /** A value in an address could lead anywhere. */
    private void checkAddresses(CheckedPart html, HtmlText read, Problems problems) {
        var tags = read.tags().iterator();
        @Nullable Tag tag = null;
        for (var use : html.uses()) {
            while ((tag == null || tag.end() <= use.start()) && tags.hasNext()) {
                tag = tags.next();
            }
            if (tag != null && tag.contains(use.start()) && isInAddress(tag, use) && !isLink(use.name())) {
                problems.error(
                        ProblemCode.VARIABLE_AS_ADDRESS,
                        "'" + use.name() + "' is no link, and must not be a part of an address.",
                        html.at(use));
            }
        }
    }

    private static boolean isInAddress(Tag tag, Use use) {
        var at = use.start() - tag.start();
        return ADDRESS.matcher(tag.text().substring(Math.max(0, at - MAX_ATTRIBUTE), at))
                .find();
    }

    private boolean isLink(String name) {
        return question.known().stream()
                .anyMatch(variable -> variable.name().equals(name) && variable.type() == VariableType.LINK);
    }

    private static void checkWayOut(CheckedPart html, HtmlText read, Problems problems) {
        var links = read.tags().stream()
                .filter(tag ->
                        tag.name().equals("a") && WAY_OUT.matcher(tag.text()).find())
                .toList();
        if (links.isEmpty()) {
            problems.error(
                    ProblemCode.UNSUBSCRIBE_MISSING,
                    "Link to the way out: <a href=\"{{unsubscribe_link}}\">退订 / Unsubscribe</a>.",
                    html.at(html.source().length(), html.source().length()));
        } else if (links.stream().limit(MAX_WAYS_OUT).noneMatch(link -> isSeen(link, read))) {
            var first = links.getFirst();
            problems.error(
                    ProblemCode.UNSUBSCRIBE_HIDDEN,
                    "Whoever wants no more mail must see this link.",
                    html.at(first.start(), first.end()));
        }
    }

    private static boolean isSeen(Tag link, HtmlText read) {
        var end = read.tags().stream()
                .filter(tag -> tag.start() >= link.end() && tag.name().equals("/a"))
                .mapToInt(Tag::start)
                .findFirst()
                .orElse(link.end());
        var says = read.shown(link.end(), end).replace("&nbsp;", "");
        return !UNSEEN.matcher(link.text()).find() && !says.isBlank();
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
