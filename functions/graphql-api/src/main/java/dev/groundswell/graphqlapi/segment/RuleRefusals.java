package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/** A rule that makes no sense, as a query and as a mutation tell it. */
final class RuleRefusals {

    private RuleRefusals() {}

    static Refusal ofQuery(List<RuleError> errors) {
        return new Refusal(
                ErrorCode.BAD_USER_INPUT,
                errors.stream().map(RuleRefusals::sentence).collect(Collectors.joining(" ")));
    }

    /** @param field of the mutation's input that holds the rule */
    static Payload ofMutation(String field, List<RuleError> errors) {
        return Payload.refused(UserErrorCode.INVALID, field, sentence(errors.getFirst()))
                .with("ruleErrors", errors);
    }

    private static String sentence(RuleError error) {
        return place(error) + error.message();
    }

    private static String place(RuleError error) {
        if (error.line() > 0) {
            return "Line " + error.line() + ", column " + error.column() + ": ";
        }
        return error.path().isEmpty() ? "" : error.path() + ": ";
    }
}
