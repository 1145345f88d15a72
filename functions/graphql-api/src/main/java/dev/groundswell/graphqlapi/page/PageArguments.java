package dev.groundswell.graphqlapi.page;

import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.Optional;

/**
 * Which page of a connection is asked for.
 *
 * @param first entries at most, 1 to {@value #MAX_FIRST}
 * @param after the cursor behind which the page begins
 */
public record PageArguments(int first, Optional<String> after) {

    /** As much as one batch read of DynamoDB brings. */
    public static final int MAX_FIRST = 100;

    /** What the schema says too; taken where a client writes {@code first: null}. */
    public static final int DEFAULT_FIRST = 20;

    /** @throws Refusal if {@code first} is out of range */
    public static PageArguments of(DataFetchingEnvironment query) {
        Integer first = query.getArgument("first");
        if (first != null && (first < 1 || first > MAX_FIRST)) {
            throw new Refusal(
                    ErrorCode.BAD_USER_INPUT,
                    "'first' must lie between 1 and " + MAX_FIRST + ", and is " + first + ".");
        }
        return new PageArguments(
                first == null ? DEFAULT_FIRST : first, Optional.ofNullable(query.getArgument("after")));
    }
}
