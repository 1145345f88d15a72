package dev.groundswell.core.message.text;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.TemplateText.Form;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wording that was read, to be rendered for any number of people by any number of threads. */
public sealed interface MessageTemplate {

    Channel channel();

    /** The variables that stand in it, those within sections too. */
    Set<String> variables();

    /** @param to of the template's channel */
    Rendering render(Address to, Variables variables);

    /** @param frame of the store; only SMS have one */
    static TemplateReading read(Wording wording, MessageKind kind, SmsFrame frame) {
        var errors = new ArrayList<TemplateError>();
        var template = switch (wording) {
            case Wording.Sms sms -> Sms.read(sms, kind, frame, errors);
            case Wording.Mail mail -> Mail.read(mail, errors);
        };
        return template.<TemplateReading>map(TemplateReading.Read::new)
                .orElseGet(() -> new TemplateReading.Refused(errors));
    }

    /** Of an SMS. */
    final class Sms implements MessageTemplate {

        private final TemplateText body;
        private final MessageKind kind;
        private final SmsFrame frame;

        private Sms(TemplateText body, MessageKind kind, SmsFrame frame) {
            this.body = body;
            this.kind = kind;
            this.frame = frame;
        }

        private static Optional<MessageTemplate> read(
                Wording.Sms wording, MessageKind kind, SmsFrame frame, List<TemplateError> errors) {
            return TemplateText.read(TextPart.TEXT, wording.text(), Form.PLAIN, errors)
                    .map(body -> new Sms(body, kind, frame));
        }

        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public Set<String> variables() {
            return body.variables();
        }

        @Override
        public Rendering render(Address to, Variables variables) {
            var missing = body.missing(variables);
            if (!missing.isEmpty()) {
                return new Rendering.MissingVariables(missing);
            }
            var text = frame.around(body.render(variables), kind);
            return new Rendering.Rendered(
                    new Content.Sms(text, SmsLength.of(text, (Phone) to).parts()));
        }
    }

    /** Of an e-mail. */
    final class Mail implements MessageTemplate {

        private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");

        private final TemplateText subject;
        private final TemplateText html;
        private final TemplateText text;

        private Mail(TemplateText subject, TemplateText html, TemplateText text) {
            this.subject = subject;
            this.html = html;
            this.text = text;
        }

        private static Optional<MessageTemplate> read(Wording.Mail wording, List<TemplateError> errors) {
            var subject = TemplateText.read(TextPart.SUBJECT, wording.subject(), Form.PLAIN, errors);
            var html = TemplateText.read(TextPart.HTML, wording.html(), Form.HTML, errors);
            var text = TemplateText.read(TextPart.TEXT, wording.text(), Form.PLAIN, errors);
            return errors.isEmpty()
                    ? Optional.of(new Mail(subject.orElseThrow(), html.orElseThrow(), text.orElseThrow()))
                    : Optional.empty();
        }

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public Set<String> variables() {
            return Stream.of(subject, html, text)
                    .flatMap(part -> part.variables().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        @Override
        public Rendering render(Address to, Variables variables) {
            var missing = new LinkedHashSet<String>();
            Stream.of(subject, html, text).forEach(part -> missing.addAll(part.missing(variables)));
            return missing.isEmpty()
                    ? new Rendering.Rendered(content(variables))
                    : new Rendering.MissingVariables(missing);
        }

        private Content content(Variables variables) {
            return new Content.Mail(
                    oneLine(subject.render(variables)),
                    html.render(variables),
                    text.render(variables),
                    headers(variables.value(Variables.UNSUBSCRIBE_LINK)));
        }

        /** A subject is a header: a value with a line break in it must not begin another one. */
        private static String oneLine(String subject) {
            return LINE_BREAKS.matcher(subject).replaceAll(" ").strip();
        }

        /** One click in the mail program is enough, RFC 8058. */
        private static Map<String, String> headers(@Nullable String unsubscribeLink) {
            return unsubscribeLink == null
                    ? Map.of()
                    : Map.of(
                            "List-Unsubscribe",
                            "<" + unsubscribeLink + ">",
                            "List-Unsubscribe-Post",
                            "List-Unsubscribe=One-Click");
        }
    }
}
