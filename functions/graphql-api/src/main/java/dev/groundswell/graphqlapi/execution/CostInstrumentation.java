package dev.groundswell.graphqlapi.execution;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a query costs before any of its fields is read, and stops it if that is too much. */
final class CostInstrumentation extends SimplePerformantInstrumentation {

    /** Under which the query's context keeps its cost. */
    static final Object COST = QueryCost.class;

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters query, @Nullable InstrumentationState state) {
        var context = query.getExecutionContext();
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
}
