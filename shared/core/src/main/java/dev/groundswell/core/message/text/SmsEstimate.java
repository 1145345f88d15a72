package dev.groundswell.core.message.text;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.text.AudienceFigures.Recipient;
import dev.groundswell.core.message.text.MessageCheck.Lengths;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long the messages of a template are. */
final class SmsEstimate {

    /** Any number: its country decides what counts. */
    private static final Phone IN_CHINA = new Phone("+8613800138000");

    private static final Phone ABROAD = new Phone("+12025550123");

    private static final Comparator<SmsLength> BY_LENGTH =
            Comparator.comparingInt(SmsLength::parts).thenComparingInt(SmsLength::units);

    private final MessageQuestion question;
    private final MessageTemplate template;

    SmsEstimate(MessageQuestion question, MessageTemplate template) {
        this.question = question;
        this.template = template;
    }

    Lengths lengths() {
        var lengths = question.audience().sample().stream()
                .flatMap(this::length)
                .sorted(BY_LENGTH)
                .toList();
        return lengths.isEmpty()
                ? new Lengths(madeUp(VariableType::typical), madeUp(VariableType::longest))
                : new Lengths(lengths.get(lengths.size() / 2), lengths.getLast());
    }

    private Stream<SmsLength> length(Recipient recipient) {
        return template.render(recipient.address(), recipient.variables())
                        instanceof Rendering.Rendered(Content.Sms(var text, var _))
                ? Stream.of(SmsLength.of(text, (Phone) recipient.address()))
                : Stream.empty();
    }

    private SmsLength madeUp(Function<VariableType, String> value) {
        var values = question.known().stream()
                .collect(Collectors.toMap(KnownVariable::name, variable -> value.apply(variable.type())));
        var to = question.isInChina() ? IN_CHINA : ABROAD;
        var filled = template.render(to, name -> values.getOrDefault(name, value.apply(VariableType.TEXT)));
        return SmsLength.of(text(filled), to);
    }

    private static String text(Rendering rendering) {
        return switch (rendering) {
            case Rendering.Rendered(Content.Sms(var text, var _)) -> text;
            default -> throw new IllegalStateException("Every variable of an SMS was given a value.");
        };
    }
}
