package dev.groundswell.bench.graphql;

import dev.groundswell.graphqlschema.SchemaText;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * graphql-java alone: our schema, over data that lie ready as maps, with graphql-java's own data fetchers and the queries
 * parsed beforehand. Cheaper than this a query cannot be answered.
 */
final class BareGraphql {

    private final GraphQL graphQl;
    private final BenchQuery query;

    /** @param data the answer's, which is the data that the query asks for */
    BareGraphql(BenchQuery query, Map<String, Object> data) {
        this.graphQl = GraphQL.newGraphQL(schema(data))
                .preparsedDocumentProvider(new Documents())
                .build();
        this.query = query;
    }

    /** Runs the query. */
    Map<String, Object> answer() {
        return graphQl.execute(ExecutionInput.newExecutionInput(query.text())
                        .variables(query.variables())
                        .build())
                .toSpecification();
    }

    private static GraphQLSchema schema(Map<String, Object> data) {
        var definitions = new SchemaParser().parse(SchemaText.complete());
        var wiring = RuntimeWiring.newRuntimeWiring();
        definitions.scalars().keySet().stream()
                .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
                .forEach(name -> wiring.scalar(GraphQLScalarType.newScalar()
                        .name(name)
                        .coercing(new AsItIs())
                        .build()));
        var root = TypeRuntimeWiring.newTypeWiring("Query");
        data.forEach((field, value) -> root.dataFetcher(field, _ -> value));
        return new SchemaGenerator()
                .makeExecutableSchema(definitions, wiring.type(root).build());
    }

    private static final class Documents implements PreparsedDocumentProvider {

        private final Map<String, PreparsedDocumentEntry> parsed = new ConcurrentHashMap<>();

        @Override
        public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
                ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
            return CompletableFuture.completedFuture(
                    parsed.computeIfAbsent(input.getQuery(), _ -> parseAndValidate.apply(input)));
        }
    }

    private static final class AsItIs implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        /** Of the schema's own defaults; the bench's queries have none. */
        @Override
        public @Nullable Object parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return input.toString();
        }
    }
}
