package dev.groundswell.cloud.endpoint;

import dev.groundswell.cloud.function.AwsClients;
import java.util.Optional;

/** Something that speaks AWS, for as long as one test class runs. */
interface Endpoint extends AutoCloseable {

    /** For the one line that tells a reader of the build's output what its tests ran against. */
    String description();

    AwsClients clients();

    /** Whether nothing made here outlives {@link #close}: then tests need not tidy up. */
    boolean isEmbedded();

    /** What keeps tests of hundreds of transactions from running here, for the reader of the build's output. */
    default Optional<String> obstacleToManyTransactions() {
        return Optional.empty();
    }

    @Override
    void close();
}
