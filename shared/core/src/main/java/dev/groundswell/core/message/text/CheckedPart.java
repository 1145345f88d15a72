package dev.groundswell.core.message.text;

import dev.groundswell.core.message.text.TemplateText.Form;
import dev.groundswell.core.message.text.TemplateText.Use;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a wording, and the variables in it.
 *
 * @param shown what a person sees of it, variables blanked out by what breaks a word; as long as the source, so that places are the
 *              same
 */
record CheckedPart(TextPart part, String source, String shown, List<Use> uses, List<Use> conditions) {

    private static final char BREAK = '\uFFFC';

    private static final Pattern TAGS = Pattern.compile("\\{\\{[^{}]*+}}");

    CheckedPart {
        uses = List.copyOf(uses);
        conditions = List.copyOf(conditions);
    }

    /** The parts of a wording; those whose braces are wrong have no variables, and their errors are added. */
    static List<CheckedPart> of(Wording wording, List<TemplateError> errors) {
        return switch (wording) {
            case Wording.Sms(var text) -> List.of(of(TextPart.TEXT, text, Form.PLAIN, errors));
            case Wording.Mail(var subject, var html, var text) ->
                List.of(
                        of(TextPart.SUBJECT, subject, Form.PLAIN, errors),
                        of(TextPart.HTML, html, Form.HTML, errors),
                        of(TextPart.TEXT, text, Form.PLAIN, errors));
        };
    }

    private static CheckedPart of(TextPart part, String source, Form form, List<TemplateError> errors) {
        var shown = withoutTags(form == Form.HTML ? HtmlText.of(source).shown() : source);
        return TemplateText.read(part, source, form, errors)
                .map(text -> new CheckedPart(part, source, shown, text.uses(), text.conditions()))
                .orElseGet(() -> new CheckedPart(part, source, shown, List.of(), List.of()));
    }

    private static String withoutTags(String seen) {
        return TAGS.matcher(seen)
                .replaceAll(tag -> String.valueOf(BREAK).repeat(tag.group().length()));
    }

    /** All that is written between braces. */
    Stream<Use> tags() {
        return Stream.concat(conditions.stream(), uses.stream());
    }

    Span at(Use use) {
        return new Span(part, use.start(), use.end());
    }

    Span at(int start, int end) {
        return new Span(part, start, end);
    }

    Span all() {
        return Span.all(part, source);
    }
}
