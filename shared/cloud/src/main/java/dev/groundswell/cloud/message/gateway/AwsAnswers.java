package dev.groundswell.cloud.message.gateway;

import dev.groundswell.cloud.function.Transmission;
import dev.groundswell.core.message.provider.Answer;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a failed call of AWS means for a message.
 *
 * <p>Only what AWS says of the message itself refuses it: a mistake in the account or in the provider's settings would
 * otherwise fail every message of a campaign for good. 503 is AWS's word for a request that was not worked on; after any other
 * 5xx nobody knows.
 */
final class AwsAnswers {

    private static final int SERVER_ERROR = 500;
    private static final int SERVICE_UNAVAILABLE = 503;

    private AwsAnswers() {}

    /** @param isTheMessages whether AWS names the message as the reason, and not the account or its settings */
    static Answer of(SdkException failure, Transmission transmission, Predicate<AwsServiceException> isTheMessages) {
        return switch (failure) {
            case AwsServiceException answer -> of(answer, isTheMessages);
            case SdkClientException none
            when transmission.isNeverBegun(none) ->
                new Answer.NotTaken("UNREACHABLE", none.getClass().getSimpleName() + " before it was asked");
            default -> new Answer.Lost(failure.getClass().getSimpleName() + " instead of an answer");
        };
    }

    private static Answer of(AwsServiceException answer, Predicate<AwsServiceException> isTheMessages) {
        var details = Optional.ofNullable(answer.awsErrorDetails());
        var code = details.map(AwsErrorDetails::errorCode).orElse(Integer.toString(answer.statusCode()));
        var message = details.map(AwsErrorDetails::errorMessage).orElse("");
        if (answer.isThrottlingException() || answer.statusCode() == SERVICE_UNAVAILABLE) {
            return new Answer.NotTaken(code, message);
        }
        if (answer.statusCode() >= SERVER_ERROR) {
            return new Answer.Lost(code + " (" + answer.statusCode() + ")");
        }
        return isTheMessages.test(answer) ? new Answer.Refused(code, message) : new Answer.NotTaken(code, message);
    }
}
