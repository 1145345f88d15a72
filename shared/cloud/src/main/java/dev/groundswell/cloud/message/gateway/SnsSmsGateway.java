package dev.groundswell.cloud.message.gateway;

import dev.groundswell.cloud.function.Transmission;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.SmsGateway;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.OptedOutException;

/**
 * SMS by Amazon SNS, {@code Publish} to a number. SNS carries nothing of ours: its delivery log names the number and its own id.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sms_sending-overview.html">the call and its attributes</a>
 */
final class SnsSmsGateway implements SmsGateway {

    private final SnsClient client;
    private final Map<String, MessageAttributeValue> sender;

    /** @param identity a sender id, or a number in E.164 to send from; empty for the account's own choice */
    SnsSmsGateway(SnsClient client, String identity) {
        this.client = client;
        this.sender = sender(identity);
    }

    private static Map<String, MessageAttributeValue> sender(String identity) {
        if (identity.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                identity.startsWith("+") ? "AWS.MM.SMS.OriginationNumber" : "AWS.SNS.SMS.SenderID", text(identity));
    }

    @Override
    public Answer send(Sms sms) {
        var attributes = new HashMap<>(sender);
        attributes.put("AWS.SNS.SMS.SMSType", text(type(sms.kind())));
        var transmission = new Transmission();
        try {
            var taken = client.publish(publish -> publish.phoneNumber(sms.to().e164())
                    .message(sms.content().text())
                    .messageAttributes(attributes)
                    .overrideConfiguration(transmission::accompany));
            return new Answer.Accepted(taken.messageId());
        } catch (SdkException failure) {
            return AwsAnswers.of(failure, transmission, SnsSmsGateway::isTheMessages);
        }
    }

    private static String type(MessageKind kind) {
        return switch (kind) {
            case MARKETING -> "Promotional";
            case NOTICE -> "Transactional";
        };
    }

    /** SNS says of a parameter which one it is; one that is not the number's is the provider's setting. */
    private static boolean isTheMessages(AwsServiceException answer) {
        return switch (answer) {
            case OptedOutException _ -> true;
            case InvalidParameterException invalid ->
                Objects.toString(invalid.getMessage(), "").contains("PhoneNumber");
            default -> false;
        };
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
