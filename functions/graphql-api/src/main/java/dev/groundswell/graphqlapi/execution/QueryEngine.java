package dev.groundswell.graphqlapi.execution;

import dev.groundswell.graphqlapi.caller.Caller;
import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.introspection.Introspection;
import graphql.introspection.IntrospectionDisabledError;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs queries: within limits, each with loaders of its own, and without telling a client what is none of its business. */
public final class QueryEngine {

    /** Below the function's own 30 seconds, so that the client is told. */
    public static final Duration MAX_TIME = Duration.ofSeconds(20);

    /** A page of queries, far beyond any that people write. */
    private static final int MAX_CHARACTERS = 100_000;

    private static final int MAX_TOKENS = 5_000;
    private static final int MAX_WHITESPACE_TOKENS = 50_000;
    private static final int MAX_RULE_DEPTH = 200;

    private static final ParserOptions PARSER = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .captureSourceLocation(true)
            .readerTrackData(false)
            .maxCharacters(MAX_CHARACTERS)
            .maxTokens(MAX_TOKENS)
            .maxWhitespaceTokens(MAX_WHITESPACE_TOKENS)
            .maxRuleDepth(MAX_RULE_DEPTH)
            .build();

    /** Fields, with fragments written out: fragments of fragments would double them with each line. The depth is told by {@link QueryCost}. */
    private static final QueryComplexityLimits FIELDS =
            QueryComplexityLimits.newLimits().maxFieldsCount(1_000).build();

    private final GraphQL graphQl;
    private final Loaders loaders;
    private final boolean introspection;
    private final Duration maxTime;

    /**
     * @param introspection whether clients may ask for the schema
     * @param maxTime       after which a query is given up
     */
    public QueryEngine(GraphQLSchema schema, Loaders loaders, boolean introspection, Duration maxTime) {
        this.graphQl = GraphQL.newGraphQL(schema)
                .instrumentation(new CostInstrumentation())
                .preparsedDocumentProvider(new DocumentCache())
                .defaultDataFetcherExceptionHandler(new FieldFaultHandler())
                .build();
        this.loaders = loaders;
        this.introspection = introspection;
        this.maxTime = maxTime;
    }

    public Answer run(Query query, Caller caller, Faults faults) {
        var input = input(query, caller, faults);
        try {
            return answer(graphQl.executeAsync(input).get(maxTime.toMillis(), TimeUnit.MILLISECONDS), input, faults);
        } catch (TimeoutException tooLong) {
            input.cancel();
            return Answer.refused(ErrorCode.TIMEOUT, "The query took too long and was given up. Ask for less.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a query ran.", stopped);
        } catch (ExecutionException fault) {
            faults.log("query", fault);
            return Answer.refused(ErrorCode.INTERNAL, faults.message());
        }
    }

    static Faults faults(GraphQLContext context) {
        Faults faults = context.get(Faults.class);
        if (faults == null) {
            throw new IllegalStateException("The query's context has no log of faults.");
        }
        return faults;
    }

    private ExecutionInput input(Query query, Caller caller, Faults faults) {
        return ExecutionInput.newExecutionInput(query.text())
                .operationName(query.operationName())
                .variables(query.variables())
                .locale(Locale.ENGLISH)
                .root(caller)
                .dataLoaderRegistry(loaders.ofOneQuery(caller.store().id()))
                .graphQLContext(context -> context.of(
                                Caller.class, caller,
                                Faults.class, faults,
                                ParserOptions.class, PARSER,
                                QueryComplexityLimits.KEY, FIELDS,
                                Introspection.INTROSPECTION_DISABLED, !introspection)
                        .of(CostInstrumentation.MAY_CHANGE, query.mayChange()))
                .build();
    }

    private static Answer answer(ExecutionResult result, ExecutionInput input, Faults faults) {
        var errors =
                result.getErrors().stream().map(error -> problem(error, faults)).toList();
        @Nullable Integer cost = input.getGraphQLContext().get(CostInstrumentation.COST);
        return new Answer(result.isDataPresent(), result.getData(), errors, cost);
    }

    private static Answer.Problem problem(GraphQLError error, Faults faults) {
        var code = code(error);
        if (code == ErrorCode.INTERNAL && !(error instanceof ApiError)) {
            faults.log("query", new IllegalStateException(error.toString()));
            return new Answer.Problem(code, faults.message(), locations(error), path(error));
        }
        return new Answer.Problem(code, String.valueOf(error.getMessage()), locations(error), path(error));
    }

    private static ErrorCode code(GraphQLError error) {
        return switch (error) {
            case ApiError ours -> ours.code();
            case ValidationError invalid when isTooComplex(invalid) -> ErrorCode.QUERY_TOO_COMPLEX;
            case ValidationError _ -> ErrorCode.GRAPHQL_VALIDATION_FAILED;
            case IntrospectionDisabledError _ -> ErrorCode.INTROSPECTION_DISABLED;
            default ->
                switch (error.getErrorType()) {
                    case ErrorType.InvalidSyntax -> ErrorCode.GRAPHQL_PARSE_FAILED;
                    case ErrorType.ValidationError, ErrorType.OperationNotSupported -> ErrorCode.BAD_USER_INPUT;
                    case ErrorType.ExecutionAborted -> ErrorCode.QUERY_TOO_COMPLEX;
                    default -> ErrorCode.INTERNAL;
                };
        };
    }

    private static boolean isTooComplex(ValidationError invalid) {
        var type = invalid.getValidationErrorType();
        return type == ValidationErrorType.MaxQueryFieldsExceeded || type == ValidationErrorType.MaxQueryDepthExceeded;
    }

    private static List<Answer.Location> locations(GraphQLError error) {
        var locations = error.getLocations();
        return locations == null
                ? List.of()
                : locations.stream()
                        .map(location -> new Answer.Location(location.getLine(), location.getColumn()))
                        .toList();
    }

    private static List<Object> path(GraphQLError error) {
        var path = error.getPath();
        return path == null ? List.of() : path;
    }
}
