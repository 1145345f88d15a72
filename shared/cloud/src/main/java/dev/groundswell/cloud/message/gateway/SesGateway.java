package dev.groundswell.cloud.message.gateway;

import dev.groundswell.cloud.function.Transmission;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.EmailGateway;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.store.StoreId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BulkEmailContent;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntry;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntryResult;
import software.amazon.awssdk.services.sesv2.model.EmailTemplateContent;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendBulkEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.Template;
import tools.jackson.jr.ob.JSON;

/**
 * E-mail by Amazon SES: {@code SendBulkEmail}, and {@code SendEmail} for one mail. Each mail is rendered by us already, so the
 * template of a bulk call is nothing but its three parts. Tags name the message, the store and the provider in SES's events.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendBulkEmail.html">the call</a>
 */
final class SesGateway implements EmailGateway {

    /** Three braces: SES would otherwise escape what is escaped already, or is no HTML at all. */
    private static final BulkEmailContent PARTS = BulkEmailContent.builder()
            .template(Template.builder()
                    .templateContent(EmailTemplateContent.builder()
                            .subject("{{{subject}}}")
                            .html("{{{html}}}")
                            .text("{{{text}}}")
                            .build())
                    .templateData("{\"subject\":\"\",\"html\":\"\",\"text\":\"\"}")
                    .build())
            .build();

    private static final String UTF_8 = "UTF-8";

    private final SesV2Client client;
    private final StoreId store;
    private final Provider provider;

    SesGateway(SesV2Client client, StoreId store, Provider provider) {
        this.client = client;
        this.store = store;
        this.provider = provider;
    }

    @Override
    public List<Answer> send(List<Mail> mails) {
        var transmission = new Transmission();
        try {
            return mails.size() == 1
                    ? List.of(one(mails.getFirst(), transmission))
                    : answers(mails, many(mails, transmission));
        } catch (SdkException failure) {
            return Collections.nCopies(
                    mails.size(), AwsAnswers.of(failure, transmission, answer -> isTheMessages(answer, mails)));
        }
    }

    /** SES rejects a call with one mail for the mail's sake, and one with many only for the sender's. */
    private static boolean isTheMessages(AwsServiceException answer, List<Mail> mails) {
        return mails.size() == 1 && answer instanceof MessageRejectedException;
    }

    // ---- one

    private Answer one(Mail mail, Transmission transmission) {
        var taken = client.sendEmail(send -> request(send, mail).overrideConfiguration(transmission::accompany));
        return new Answer.Accepted(taken.messageId());
    }

    private SendEmailRequest.Builder request(SendEmailRequest.Builder send, Mail mail) {
        var content = mail.content();
        send.destination(to -> to.toAddresses(mail.to().address()))
                .emailTags(tags(mail))
                .content(parts -> parts.simple(message -> message.subject(
                                part -> part.data(content.subject()).charset(UTF_8))
                        .body(body -> body.html(
                                        part -> part.data(content.html()).charset(UTF_8))
                                .text(part -> part.data(content.text()).charset(UTF_8)))
                        .headers(headers(content))));
        if (!provider.sender().identity().isEmpty()) {
            send.fromEmailAddress(provider.sender().identity());
        }
        if (!provider.sender().configurationSet().isEmpty()) {
            send.configurationSetName(provider.sender().configurationSet());
        }
        return send;
    }

    // ---- many

    private List<BulkEmailEntryResult> many(List<Mail> mails, Transmission transmission) {
        var entries = mails.stream().map(this::entry).toList();
        return client.sendBulkEmail(send -> request(send, entries).overrideConfiguration(transmission::accompany))
                .bulkEmailEntryResults();
    }

    private SendBulkEmailRequest.Builder request(SendBulkEmailRequest.Builder send, List<BulkEmailEntry> entries) {
        send.defaultContent(PARTS).bulkEmailEntries(entries);
        if (!provider.sender().identity().isEmpty()) {
            send.fromEmailAddress(provider.sender().identity());
        }
        if (!provider.sender().configurationSet().isEmpty()) {
            send.configurationSetName(provider.sender().configurationSet());
        }
        return send;
    }

    private BulkEmailEntry entry(Mail mail) {
        var content = mail.content();
        var parts =
                JSON.std.asString(Map.of("subject", content.subject(), "html", content.html(), "text", content.text()));
        return BulkEmailEntry.builder()
                .destination(to -> to.toAddresses(mail.to().address()))
                .replacementTags(tags(mail))
                .replacementHeaders(headers(content))
                .replacementEmailContent(its -> its.replacementTemplate(data -> data.replacementTemplateData(parts)))
                .build();
    }

    private static List<Answer> answers(List<Mail> mails, List<BulkEmailEntryResult> results) {
        return IntStream.range(0, mails.size())
                .mapToObj(i -> i < results.size() ? answer(results.get(i)) : missing())
                .toList();
    }

    private static Answer missing() {
        return new Answer.Lost("SES did not say what became of it.");
    }

    private static Answer answer(BulkEmailEntryResult result) {
        var code = result.statusAsString();
        var why = result.error() == null ? "" : result.error();
        return switch (result.status()) {
            case SUCCESS -> new Answer.Accepted(result.messageId());
            case MESSAGE_REJECTED, INVALID_PARAMETER, FAILED -> new Answer.Refused(code, why);
            case MAIL_FROM_DOMAIN_NOT_VERIFIED,
                    CONFIGURATION_SET_NOT_FOUND,
                    TEMPLATE_NOT_FOUND,
                    ACCOUNT_SUSPENDED,
                    ACCOUNT_THROTTLED,
                    ACCOUNT_DAILY_QUOTA_EXCEEDED,
                    INVALID_SENDING_POOL_NAME,
                    ACCOUNT_SENDING_PAUSED,
                    CONFIGURATION_SET_SENDING_PAUSED,
                    TRANSIENT_FAILURE -> new Answer.NotTaken(code, why);
            case UNKNOWN_TO_SDK_VERSION -> new Answer.Lost("SES says " + code);
        };
    }

    private List<MessageTag> tags(Mail mail) {
        return List.of(
                tag(Tags.MESSAGE, mail.id().toString()),
                tag(Tags.STORE, store.value()),
                tag(Tags.PROVIDER, provider.id().value()));
    }

    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    private static List<MessageHeader> headers(Content.Mail content) {
        return content.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(header -> MessageHeader.builder()
                        .name(header.getKey())
                        .value(header.getValue())
                        .build())
                .toList();
    }
}
