package dev.groundswell.graphqlapi.mutation;

/**
 * Why a mutation did not do what was asked, for the person who asked.
 *
 * @param field   path in the mutation's input, e.g. {@code mapping.columns.orderedAt}; empty where it is the input as a whole
 * @param message a sentence that says what would be right
 */
public record UserError(String field, String message, UserErrorCode code) {}
