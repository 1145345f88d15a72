package dev.groundswell.graphqlapi.mutation;

/** What kind of mistake it is, for programs. */
public enum UserErrorCode {
    /** The value makes no sense. */
    INVALID,
    /** A value is needed and not there. */
    MISSING,
    /** There is nothing of this id or name. */
    NOT_FOUND,
    /** It is not whole yet: go on with what the message says and try again. */
    INCOMPLETE,
    /** It is in a state in which this cannot be done. */
    WRONG_STATE,
    /** A limit is reached. */
    TOO_MANY
}
