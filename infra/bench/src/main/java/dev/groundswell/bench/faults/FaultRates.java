package dev.groundswell.bench.faults;

import java.time.Duration;

/**
 * How often what goes wrong.
 *
 * @param betweenKills        on average, of instances of the sending function and, as often, of all other functions
 * @param percentThrottled    requests to tables that are refused, after all that the SDK tries
 * @param percentUnanswered   requests to tables that are carried out, and whose answer is lost
 * @param percentAskedAgain   the same, but the SDK asks once more, as it does
 * @param percentTwice        messages on queues that come twice
 */
public record FaultRates(
        Duration betweenKills, int percentThrottled, int percentUnanswered, int percentAskedAgain, int percentTwice) {}
