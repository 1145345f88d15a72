package dev.groundswell.graphqlapi.execution;

/** A request, or a field of a query, that is refused for a reason that the client is told. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** @param message what is wrong and what would be right, for the client */
    public Refusal(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** For the client. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
