package dev.groundswell.graphqlapi.execution;

import dev.groundswell.graphqlapi.page.PageArguments;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a query may make us read, told before it runs. Every object counts one, what stands inside a connection as often
 * as its {@code first} says; a report counts {@value #REPORT}, and whatever reads the whole audience {@value #AUDIENCE}. The
 * arguments decide, not the data.
 */
final class QueryCost {

    /** A report reads the counters of up to 1,200 granules in each of their lanes. */
    private static final int REPORT = 50;

    /** It reads every block of the audience index that is not in memory: of a million customers some 2,000 read units. */
    private static final int AUDIENCE = 200;

    private static final Map<String, Integer> DEAR = Map.of(
            "SalesMetrics",
            REPORT,
            "WarmUpMetrics",
            REPORT,
            "HistoryCoverage",
            REPORT,
            "SegmentConnection",
            AUDIENCE,
            "SegmentPreview",
            AUDIENCE,
            "CustomerConnection",
            AUDIENCE);

    /** A hundred orders with their buyers and these buyers' last twenty orders come to some 4,500. */
    static final int MAX_COST = 5_000;

    /** The deepest sensible path, {@code orders.edges.node.buyer.orders.edges.node.items.price.amount}, has ten fields. */
    static final int MAX_DEPTH = 12;

    private static final String FIRST = "first";

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;

    QueryCost(GraphQLSchema schema, Map<String, FragmentDefinition> fragments, Map<String, Object> variables) {
        this.schema = schema;
        this.fragments = fragments;
        this.variables = variables;
    }

    /**
     * The cost of a valid operation.
     *
     * @throws Refusal if it exceeds a limit
     */
    int of(OperationDefinition operation) {
        var cost = of(operation.getSelectionSet(), root(operation), 1);
        if (cost > MAX_COST) {
            throw refused("would read about " + cost + " objects; the limit is " + MAX_COST
                    + ". Ask for fewer with 'first', or for fewer nested objects");
        }
        return (int) cost;
    }

    private GraphQLCompositeType root(OperationDefinition operation) {
        var mutation = schema.getMutationType();
        return mutation != null && operation.getOperation() == OperationDefinition.Operation.MUTATION
                ? mutation
                : schema.getQueryType();
    }

    private long of(@Nullable SelectionSet selections, GraphQLCompositeType parent, int depth) {
        if (selections == null) {
            return 0;
        }
        if (depth > MAX_DEPTH) {
            throw refused("is nested more than " + MAX_DEPTH + " fields deep");
        }
        var cost = 0L;
        for (Selection<?> selection : selections.getSelections()) {
            cost += switch (selection) {
                case Field field -> of(field, parent, depth);
                case InlineFragment fragment ->
                    of(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent), depth);
                case FragmentSpread spread -> of(spread, parent, depth);
                default -> 0;
            };
        }
        return cost;
    }

    private long of(FragmentSpread spread, GraphQLCompositeType parent, int depth) {
        var fragment = fragments.get(spread.getName());
        return fragment == null ? 0 : of(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent), depth);
    }

    private long of(Field field, GraphQLCompositeType parent, int depth) {
        if (field.getName().startsWith("__") || !(parent instanceof GraphQLFieldsContainer container)) {
            return 0;
        }
        var definition = container.getFieldDefinition(field.getName());
        if (definition == null
                || !(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type)) {
            return 0;
        }
        var own = DEAR.getOrDefault(type.getName(), 1);
        return own + times(field, definition) * of(field.getSelectionSet(), type, depth + 1);
    }

    private long times(Field field, GraphQLFieldDefinition definition) {
        if (definition.getArgument(FIRST) == null) {
            return 1;
        }
        var first = field.getArguments().stream()
                .filter(argument -> argument.getName().equals(FIRST))
                .findFirst()
                .map(argument -> number(argument.getValue()))
                .orElse(PageArguments.DEFAULT_FIRST);
        return Math.clamp(first, 1, PageArguments.MAX_FIRST);
    }

    private int number(Value<?> value) {
        return switch (value) {
            case IntValue number -> number.getValue().intValue();
            case VariableReference variable when variables.get(variable.getName()) instanceof Integer number -> number;
            default -> PageArguments.DEFAULT_FIRST;
        };
    }

    private GraphQLCompositeType type(@Nullable TypeName condition, GraphQLCompositeType otherwise) {
        return condition != null && schema.getType(condition.getName()) instanceof GraphQLCompositeType type
                ? type
                : otherwise;
    }

    private static Refusal refused(String what) {
        return new Refusal(ErrorCode.QUERY_TOO_COMPLEX, "The query " + what + ".");
    }
}
