package dev.groundswell.graphqlapi.execution;

/** What kind of error it is, for programs: {@code extensions.code} of an error. */
public enum ErrorCode {
    /** There is no token. */
    UNAUTHENTICATED(401),
    /** The token does not allow it. */
    FORBIDDEN(403),
    /** The request is not one of GraphQL over HTTP; the message says what is. */
    BAD_REQUEST(400),
    /** A mutation came by GET, which changes nothing. */
    METHOD_NOT_ALLOWED(405),
    /** The query is not GraphQL. */
    GRAPHQL_PARSE_FAILED(400),
    /** The query asks for what the schema does not have. */
    GRAPHQL_VALIDATION_FAILED(400),
    /** An argument or variable is of the right type and yet makes no sense. */
    BAD_USER_INPUT(400),
    /** The query is nested too deeply or would read too much. */
    QUERY_TOO_COMPLEX(400),
    /** The schema may not be asked for here. */
    INTROSPECTION_DISABLED(400),
    /** We do not know the hash: send the query's text along, once. */
    PERSISTED_QUERY_NOT_FOUND(404),
    /** The answer is larger than a function may answer: ask for less. */
    RESPONSE_TOO_LARGE(400),
    /** The database is busy: try again a little later. */
    THROTTLED(429),
    /** It took too long: ask for less. */
    TIMEOUT(504),
    /** Our fault; the log knows more under the request's id. */
    INTERNAL(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status of an answer that is nothing but such an error. */
    public int status() {
        return status;
    }
}
