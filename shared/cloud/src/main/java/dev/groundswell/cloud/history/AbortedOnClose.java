package dev.groundswell.cloud.history;

import java.io.FilterInputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object's bytes, of which the rest is not fetched when nobody wants it. */
final class AbortedOnClose extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> response;

    AbortedOnClose(ResponseInputStream<GetObjectResponse> response) {
        super(response);
        this.response = response;
    }

    /** To close would be to read to the end first, perhaps gigabytes. */
    @Override
    public void close() {
        response.abort();
    }
}
