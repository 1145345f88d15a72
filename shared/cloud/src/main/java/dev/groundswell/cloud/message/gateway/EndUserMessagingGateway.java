package dev.groundswell.cloud.message.gateway;

import dev.groundswell.cloud.function.Transmission;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.message.provider.SmsGateway;
import dev.groundswell.core.store.StoreId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ConflictException;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ConflictExceptionReason;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.MessageType;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.SendTextMessageRequest;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ValidationException;

/**
 * SMS by AWS End User Messaging, {@code SendTextMessage}. The message's id, the store and the provider go along as context, and
 * come back with events.
 *
 * @see <a href="https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html">the call</a>
 */
final class EndUserMessagingGateway implements SmsGateway {

    private static final Set<ConflictExceptionReason> OF_THE_NUMBER = EnumSet.of(
            ConflictExceptionReason.DESTINATION_PHONE_NUMBER_OPTED_OUT,
            ConflictExceptionReason.DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION,
            ConflictExceptionReason.DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE);

    private static final Set<String> OF_THE_MESSAGE = Set.of("DestinationPhoneNumber", "MessageBody");

    private final PinpointSmsVoiceV2Client client;
    private final StoreId store;
    private final Provider provider;

    EndUserMessagingGateway(PinpointSmsVoiceV2Client client, StoreId store, Provider provider) {
        this.client = client;
        this.store = store;
        this.provider = provider;
    }

    @Override
    public Answer send(Sms sms) {
        var transmission = new Transmission();
        try {
            var taken =
                    client.sendTextMessage(send -> request(send, sms).overrideConfiguration(transmission::accompany));
            return new Answer.Accepted(taken.messageId());
        } catch (SdkException failure) {
            return AwsAnswers.of(failure, transmission, EndUserMessagingGateway::isTheMessages);
        }
    }

    private SendTextMessageRequest.Builder request(SendTextMessageRequest.Builder send, Sms sms) {
        var sender = provider.sender();
        send.destinationPhoneNumber(sms.to().e164())
                .messageBody(sms.content().text())
                .messageType(type(sms.kind()))
                .context(Map.of(
                        Tags.MESSAGE, sms.id().toString(),
                        Tags.STORE, store.value(),
                        Tags.PROVIDER, provider.id().value()));
        return sentBy(send, sender);
    }

    private static SendTextMessageRequest.Builder sentBy(SendTextMessageRequest.Builder send, Sender sender) {
        if (!sender.identity().isEmpty()) {
            send.originationIdentity(sender.identity());
        }
        if (!sender.configurationSet().isEmpty()) {
            send.configurationSetName(sender.configurationSet());
        }
        return send;
    }

    private static MessageType type(MessageKind kind) {
        return switch (kind) {
            case MARKETING -> MessageType.PROMOTIONAL;
            case NOTICE -> MessageType.TRANSACTIONAL;
        };
    }

    private static boolean isTheMessages(AwsServiceException answer) {
        return switch (answer) {
            case ConflictException conflict -> OF_THE_NUMBER.contains(conflict.reason());
            case ValidationException invalid ->
                invalid.fields().stream().anyMatch(field -> OF_THE_MESSAGE.contains(field.name()));
            default -> false;
        };
    }
}
