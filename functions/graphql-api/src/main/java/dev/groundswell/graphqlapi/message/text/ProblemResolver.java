package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.Problem;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class ProblemResolver extends ObjectResolver<Problem> {

    ProblemResolver() {
        super("MessageProblem", Problem.class);
    }

    @Override
    protected Object resolve(String field, Problem problem, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "severity" -> problem.severity();
            case "code" -> problem.code();
            case "message" -> problem.message();
            case "part" -> problem.part();
            case "start" -> problem.start();
            case "end" -> problem.end();
            default -> throw withoutCase(field);
        };
    }
}
