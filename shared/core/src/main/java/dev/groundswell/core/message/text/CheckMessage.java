package dev.groundswell.core.message.text;

import dev.groundswell.core.message.text.AudienceFigures.Recipient;
import dev.groundswell.core.message.text.MessageCheck.Lengths;
import dev.groundswell.core.message.text.MessageCheck.Preview;
import dev.groundswell.core.message.text.TemplateReading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a message before it is sent, how long it is, and what some people would read. */
public final class CheckMessage {

    /** Enough to see what values do to it. */
    public static final int MAX_PREVIEWS = 5;

    public MessageCheck check(MessageQuestion question) {
        var errors = new ArrayList<TemplateError>();
        var parts = CheckedPart.of(question.wording(), errors);
        var problems = new Problems();
        errors.forEach(error -> problems.error(
                ProblemCode.TEMPLATE, error.message(), new Span(error.part(), error.start(), error.end())));
        var variables = new VariableRules(question, parts);
        variables.check(problems);
        new WordRules(question.settings().words()).check(parts, problems);
        new LinkRules(question).check(parts, problems);
        checkChannel(question, parts, problems);
        var template = template(question);
        var lengths = template.flatMap(read -> lengths(question, read));
        lengths.ifPresent(found -> checkLength(question, parts.getFirst(), found, problems));
        return new MessageCheck(
                problems.inOrder(),
                variables.used(),
                lengths,
                template.map(read -> previews(question, read)).orElse(List.of()));
    }

    private static void checkChannel(MessageQuestion question, List<CheckedPart> parts, Problems problems) {
        switch (question.wording()) {
            case Wording.Sms _ -> new SmsRules(question).check(parts.getFirst(), problems);
            case Wording.Mail _ -> new MailRules(question).check(parts, problems);
        }
    }

    private static Optional<MessageTemplate> template(MessageQuestion question) {
        var reading = MessageTemplate.read(
                question.wording(), question.kind(), question.settings().frame());
        return reading instanceof Read(var template) ? Optional.of(template) : Optional.empty();
    }

    private static Optional<Lengths> lengths(MessageQuestion question, MessageTemplate template) {
        return question.wording() instanceof Wording.Sms
                ? Optional.of(new SmsEstimate(question, template).lengths())
                : Optional.empty();
    }

    private static void checkLength(MessageQuestion question, CheckedPart text, Lengths lengths, Problems problems) {
        var longest = lengths.longest().units();
        if (question.isInChina() && longest > SmsLength.MAX_IN_CHINA) {
            problems.error(
                    ProblemCode.TOO_LONG,
                    "It has up to " + longest + " characters; carriers take " + SmsLength.MAX_IN_CHINA + ".",
                    text.all());
        }
    }

    private static List<Preview> previews(MessageQuestion question, MessageTemplate template) {
        return question.audience().sample().stream()
                .limit(MAX_PREVIEWS)
                .map(recipient -> new Preview(recipient.buyer(), render(template, recipient)))
                .toList();
    }

    private static Rendering render(MessageTemplate template, Recipient recipient) {
        return template.render(recipient.address(), recipient.variables());
    }
}
