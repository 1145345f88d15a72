package dev.groundswell.graphqlapi.execution;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;

/**
 * An error of ours, in words that a client may read.
 *
 * @param path where in the answer; empty if it is of the query as a whole
 */
record ApiError(ErrorCode code, String text, List<SourceLocation> at, List<Object> path) implements GraphQLError {

    private static final long serialVersionUID = 1L;

    static ApiError ofQuery(ErrorCode code, String text) {
        return new ApiError(code, text, List.of(), List.of());
    }

    @Override
    public String getMessage() {
        return text;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return at;
    }

    @Override
    public List<Object> getPath() {
        return path;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }
}
