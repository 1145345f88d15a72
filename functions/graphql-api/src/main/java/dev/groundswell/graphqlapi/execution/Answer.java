package dev.groundswell.graphqlapi.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query came to.
 *
 * @param ran    whether it ran, if only in part: then there is {@code data}, which can be null
 * @param data   in the form of JSON: maps, lists, strings, numbers, booleans
 * @param errors in the order of GraphQL's own list
 * @param cost   what it was counted as; null if it did not come to that
 */
public record Answer(
        boolean ran,
        @Nullable Object data,
        List<Problem> errors,
        @Nullable Integer cost) {

    public Answer {
        errors = List.copyOf(errors);
    }

    /**
     * One of the errors.
     *
     * @param message   for people
     * @param locations lines and columns of the query, each a pair
     * @param path      of the field in the answer; empty for the query as a whole
     */
    public record Problem(ErrorCode code, String message, List<Location> locations, List<Object> path) {
        public static Problem ofRequest(ErrorCode code, String message) {
            return new Problem(code, message, List.of(), List.of());
        }
    }

    /** A place in a query, counted from one. */
    public record Location(int line, int column) {}

    /** Of a request that did not come to run. */
    public static Answer refused(ErrorCode code, String message) {
        return new Answer(false, null, List.of(Problem.ofRequest(code, message)), null);
    }

    /** The most that a query's cost may be. */
    public static int maxCost() {
        return QueryCost.MAX_COST;
    }

    /** Whether it was parsed and found valid, so that the text is worth to be remembered. */
    public boolean wasValid() {
        return cost != null;
    }
}
