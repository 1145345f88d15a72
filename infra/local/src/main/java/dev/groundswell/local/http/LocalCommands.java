package dev.groundswell.local.http;

import java.util.Map;
import java.util.Optional;

/** What a person may do at the run's own addresses, {@code /_local/...}, beside asking for a token. */
public interface LocalCommands {

    /** Sends a queue's dead letters back and says how many; empty if there is no such queue. */
    Optional<Integer> redrive(String deadLetterQueue);

    /** The values of the store's secret that are valid, by stage. */
    Map<String, Map<String, Object>> secrets();

    /** Puts a new value of the store's secret: the one in force with these changes. The one before it stays valid. */
    void changeSecrets(Map<String, Object> changes);

    /** What the simulator of providers was sent, and how it behaves. */
    Map<String, Object> outbox();

    /**
     * Tells a simulated provider how to behave.
     *
     * @throws IllegalArgumentException if there is no such behaviour
     */
    void tellProvider(String provider, Map<String, Object> behaviour);
}
