package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.AudienceFigures;
import dev.groundswell.core.message.text.CheckMessage;
import dev.groundswell.core.message.text.KnownVariable;
import dev.groundswell.core.message.text.MessageCheck.UsedVariable;
import dev.groundswell.core.message.text.MessageQuestion;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.segment.DescribeAudience;
import dev.groundswell.core.segment.DescribeAudience.Result;
import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The mutation {@code checkMessage}, which changes nothing; it is one since its input is. */
public final class CheckMutations {

    private static final String SMS = "sms";
    private static final String EMAIL = "email";
    private static final String LINK = "link";
    private static final String SEGMENT = "segmentId";
    private static final String QUERY = "query";

    private static final Pattern HTTPS = Pattern.compile("https://[^\\s/?#]+\\S{0,2000}");

    private final MessageSettingsStore settings;
    private final DescribeAudience audiences;
    private final List<KnownVariable> known;
    private final CheckMessage checking = new CheckMessage();

    CheckMutations(MessageSettingsStore settings, DescribeAudience audiences, List<KnownVariable> known) {
        this.settings = settings;
        this.audiences = audiences;
        this.known = List.copyOf(known);
    }

    public Payload check(Store store, Input input) {
        var wording = wording(input);
        if (wording.isEmpty()) {
            return Payload.refused(
                    UserErrorCode.INVALID, "", "Give the message as 'sms' or as 'email': one of the two.");
        }
        if (wording.get().isTooLarge()) {
            return Payload.refused(
                    UserErrorCode.TOO_MANY, wording.get().channel() == Channel.SMS ? SMS : EMAIL, Wording.LIMITS);
        }
        if (input.find(LINK).filter(link -> !HTTPS.matcher(link).matches()).isPresent()) {
            return Payload.refused(UserErrorCode.INVALID, LINK, "A link begins with https:// and has no blanks.");
        }
        var question = question(store, input, wording.get());
        return input.find(SEGMENT).isPresent() || input.find(QUERY).isPresent()
                ? checkFor(question, input)
                : answer(question, Optional.empty());
    }

    private static Optional<Wording> wording(Input input) {
        var sms = input.object(SMS);
        var email = input.object(EMAIL);
        if (sms.isPresent() == email.isPresent()) {
            return Optional.empty();
        }
        return sms.<Wording>map(CheckMutations::sms).or(() -> email.map(CheckMutations::mail));
    }

    private static Wording sms(Map<String, Object> fields) {
        return new Wording.Sms(new Input(fields).text("text"));
    }

    private static Wording mail(Map<String, Object> fields) {
        var input = new Input(fields);
        return new Wording.Mail(input.text("subject"), input.text("html"), input.text("text"));
    }

    private MessageQuestion question(Store store, Input input, Wording wording) {
        return new MessageQuestion(
                store,
                wording,
                input.constant("kind", MessageKind.class),
                settings.find(store.id()),
                known,
                input.find(LINK),
                input.time("at"),
                Boolean.TRUE.equals(input.values().get("intoWechat")),
                AudienceFigures.NONE);
    }

    private Payload checkFor(MessageQuestion question, Input input) {
        if (input.find(SEGMENT).isPresent() && input.find(QUERY).isPresent()) {
            return Payload.refused(UserErrorCode.INVALID, QUERY, "Give the segment or the query, not both.");
        }
        return switch (rule(input)) {
            case RuleReading.Refused(var errors) -> refused(input, errors);
            case RuleReading.Read(var rule) -> checkFor(question, input, rule);
        };
    }

    private static RuleReading rule(Input input) {
        return input.find(QUERY)
                .map(RuleText::read)
                .orElseGet(() -> new RuleReading.Read(new SegmentRule.InSegment(input.text(SEGMENT))));
    }

    private Payload checkFor(MessageQuestion question, Input input, SegmentRule rule) {
        var names = checking.check(question).variables().stream()
                .filter(UsedVariable::needed)
                .map(used -> used.variable().name())
                .toList();
        return switch (audiences.describe(
                question.store(), rule, question.wording().channel(), names)) {
            case Result.Refused(var errors) -> refused(input, errors);
            case Result.Described(var figures) -> answer(question.about(figures), Optional.of(figures));
        };
    }

    private static Payload refused(Input input, List<RuleError> errors) {
        return Payload.refused(
                UserErrorCode.INVALID,
                input.find(QUERY).isPresent() ? QUERY : SEGMENT,
                errors.getFirst().message());
    }

    private Payload answer(MessageQuestion question, Optional<AudienceFigures> audience) {
        return Payload.of("check", new CheckedMessage(checking.check(question), audience));
    }
}
