package dev.groundswell.cloud.function;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Knows of one call whether it can have reached AWS, also where there is no answer. */
public final class Transmission implements ExecutionInterceptor {

    private static final ExecutionAttribute<AtomicBoolean> BEGUN = new ExecutionAttribute<>("TransmissionBegun");

    /** The CRT client's words where a request has found no connection to go by. */
    private static final String NO_CONNECTION = "An exception occurred when acquiring a connection";

    private final AtomicBoolean begun = new AtomicBoolean();

    /** Goes along with the request. */
    public void accompany(AwsRequestOverrideConfiguration.Builder override) {
        override.putExecutionAttribute(BEGUN, begun);
    }

    /** Whether a call that failed so has certainly not reached AWS. */
    public boolean isNeverBegun(SdkClientException failure) {
        return !begun.get()
                || Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(Transmission::isOfTheConnection);
    }

    private static boolean isOfTheConnection(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException
                || NO_CONNECTION.equals(cause.getMessage());
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attributes.getOptionalAttribute(BEGUN).ifPresent(its -> its.set(true));
    }
}
