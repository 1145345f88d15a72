package dev.groundswell.core.message.text;

import java.util.regex.Pattern;

/** What carriers and the law ask of an SMS. */
final class SmsRules {

    /** As carriers register them. */
    private static final int MIN_SIGNATURE = 2;

    private static final int MAX_SIGNATURE = 12;

    private static final Pattern BRACKETED = Pattern.compile("【([^【】]*)】");
    private static final Pattern BRACKET = Pattern.compile("[【】]");
    private static final Pattern WAY_OUT =
            Pattern.compile("拒收请?回复?\\s*[A-Za-z]{1,2}|[回复]\\s*[A-Za-z]{1,2}\\s*退订|退订请?回复?\\s*[A-Za-z]{1,2}");

    private final MessageQuestion question;
    private final SmsFrame frame;

    SmsRules(MessageQuestion question) {
        this.question = question;
        this.frame = question.settings().frame();
    }

    void check(CheckedPart text, Problems problems) {
        if (text.source().isBlank()) {
            problems.error(ProblemCode.EMPTY, "Write what the message says.", text.all());
            return;
        }
        if (question.isInChina()) {
            checkSignature(text, problems);
        }
        if (question.isMarketing()) {
            checkWayOut(text, problems);
        } else {
            refuseWayOut(text, problems);
        }
    }

    private void checkSignature(CheckedPart text, Problems problems) {
        var own = BRACKETED.matcher(text.source());
        var begins = own.lookingAt();
        var name = begins ? own.group(1) : frame.signature();
        if (name == null) {
            problems.error(
                    ProblemCode.SIGNATURE_MISSING,
                    "Set the store's signature, or begin with it: 【store】.",
                    text.at(0, 0));
        } else if (name.length() < MIN_SIGNATURE || name.length() > MAX_SIGNATURE) {
            problems.error(
                    ProblemCode.SIGNATURE_LENGTH,
                    "A signature has " + MIN_SIGNATURE + " to " + MAX_SIGNATURE + " characters.",
                    text.at(0, begins ? own.end() : 0));
        }
        refuseBrackets(text, begins ? own.end() : 0, problems);
    }

    /** Another pair of brackets would be taken for a second signature, and the store's own one be put before it. */
    private static void refuseBrackets(CheckedPart text, int from, Problems problems) {
        var bracket = BRACKET.matcher(text.source()).region(from, text.source().length());
        while (bracket.find()) {
            problems.error(
                    ProblemCode.SIGNATURE_BRACKETS,
                    "Only the signature stands in these brackets, and only once.",
                    text.at(bracket.start(), bracket.end()));
        }
    }

    private void checkWayOut(CheckedPart text, Problems problems) {
        var written = WAY_OUT.matcher(text.source());
        if (frame.wayOut().isEmpty() && !written.find()) {
            problems.add(
                    question.isInChina() ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                    ProblemCode.WAY_OUT_MISSING,
                    "Advertising says how to get no more of it, e.g. " + MessageSettings.WAY_OUT_IN_CHINA + ".",
                    text.at(text.source().length(), text.source().length()));
            return;
        }
        if (!frame.behind(text.source(), question.kind()).isEmpty()
                && written.reset().find()) {
            problems.warning(
                    ProblemCode.WAY_OUT_TWICE,
                    "'" + frame.wayOut() + "' is put behind the message: take this out.",
                    text.at(written.start(), written.end()));
        }
    }

    private static void refuseWayOut(CheckedPart text, Problems problems) {
        var written = WAY_OUT.matcher(text.source());
        while (written.find()) {
            problems.error(
                    ProblemCode.WAY_OUT_IN_NOTICE,
                    "A notice about an order must not offer a way out, or carriers take it for advertising.",
                    text.at(written.start(), written.end()));
        }
    }
}
