package dev.groundswell.graphqlapi.execution;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a query costs before any of its fields is read, and stops it if that is too much. */
final class CostInstrumentation extends SimplePerformantInstrumentation {

    /** Under which the query's context keeps its cost. */
    static final Object COST = QueryCost.class;

    /** Under which it keeps whether the query may be a mutation. */
    static final Object MAY_CHANGE = OperationDefinition.Operation.MUTATION;

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters query, @Nullable InstrumentationState state) {
        var context = query.getExecutionContext();
        if (context.getOperationDefinition().getOperation() == OperationDefinition.Operation.MUTATION
                && !mayChange(context)) {
            throw new AbortExecutionException(List.of(ApiError.ofQuery(
                    ErrorCode.METHOD_NOT_ALLOWED, "A mutation is sent with POST: a GET changes nothing.")));
        }
        try {
            var cost = new QueryCost(
                            context.getGraphQLSchema(),
                            context.getFragmentsByName(),
                            context.getCoercedVariables().toMap())
                    .of(context.getOperationDefinition());
            context.getGraphQLContext().put(COST, cost);
        } catch (Refusal tooMuch) {
            throw new AbortExecutionException(List.of(ApiError.ofQuery(tooMuch.code(), tooMuch.message())));
        }
        return null;
    }

    private static boolean mayChange(ExecutionContext context) {
        return Boolean.TRUE.equals(context.getGraphQLContext().get(MAY_CHANGE));
    }
}
