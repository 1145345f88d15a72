package dev.groundswell.graphqlapi.http;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.caller.Callers;
import dev.groundswell.graphqlapi.execution.Answer;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Faults;
import dev.groundswell.graphqlapi.execution.Query;
import dev.groundswell.graphqlapi.execution.QueryEngine;
import dev.groundswell.graphqlapi.execution.Refusal;
import dev.groundswell.graphqlapi.persistedquery.AutomaticPersistedQueries;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers as the specification asks.
 *
 * @see <a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>
 */
public final class GraphqlEndpoint {

    /** Lambda answers at most 6 MB, and a body grows while it is quoted: a quote takes two bytes, a Chinese character three. */
    private static final int MAX_ANSWER_BYTES = 5_900_000;

    private final Callers callers;
    private final AutomaticPersistedQueries persistedQueries;
    private final QueryEngine engine;

    public GraphqlEndpoint(Callers callers, AutomaticPersistedQueries persistedQueries, QueryEngine engine) {
        this.callers = callers;
        this.persistedQueries = persistedQueries;
        this.engine = engine;
    }

    /** Never throws: what goes wrong on our side is logged and answered with 500. */
    public HttpResponse answer(HttpRequest request, Faults faults) {
        var accepted = MediaType.acceptedBy(request.header("accept"));
        var form = accepted.orElse(MediaType.JSON);
        try {
            if (accepted.isEmpty()) {
                throw HttpRefusal.accept();
            }
            var caller = callers.of(request);
            return response(answer(GraphqlRequest.of(request), caller, faults), form);
        } catch (HttpRefusal refusal) {
            return response(refusal.status(), refusal.headers(), Answer.refused(refusal.code(), refusal.text()), form);
        } catch (Refusal refusal) {
            return response(refusal.code().status(), Map.of(), Answer.refused(refusal.code(), refusal.message()), form);
        } catch (RuntimeException fault) {
            faults.log("request", fault);
            return response(
                    ErrorCode.INTERNAL.status(), Map.of(), Answer.refused(ErrorCode.INTERNAL, faults.message()), form);
        }
    }

    private Answer answer(GraphqlRequest request, Caller caller, Faults faults) {
        return switch (persistedQueries.textOf(
                caller.store().id(), request.query(), request.extensions().get("persistedQuery"))) {
            case AutomaticPersistedQueries.Text.Unknown() ->
                Answer.refused(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
            case AutomaticPersistedQueries.Text.Known(var text) -> run(request, text, caller, faults);
            case AutomaticPersistedQueries.Text.New fresh -> {
                var answer = run(request, fresh.text(), caller, faults);
                if (answer.wasValid()) {
                    persistedQueries.remember(caller.store().id(), fresh, faults);
                }
                yield answer;
            }
        };
    }

    private Answer run(GraphqlRequest request, String text, Caller caller, Faults faults) {
        return engine.run(
                new Query(text, request.operationName(), request.variables(), request.mayChange()), caller, faults);
    }

    private static HttpResponse response(Answer answer, MediaType form) {
        if (isMutationByGet(answer)) {
            return response(ErrorCode.METHOD_NOT_ALLOWED.status(), Map.of("allow", "POST"), answer, form);
        }
        return response(status(answer, form), Map.of(), answer, form);
    }

    private static boolean isMutationByGet(Answer answer) {
        return !answer.ran() && answer.errors().getFirst().code() == ErrorCode.METHOD_NOT_ALLOWED;
    }

    /** Plain JSON keeps 200 for whatever the query did wrong, since clients from before 2025 read no body otherwise. */
    private static int status(Answer answer, MediaType form) {
        if (answer.ran()) {
            return 200;
        }
        var status = answer.errors().getFirst().code().status();
        return form == MediaType.JSON && status < 500 ? 200 : status;
    }

    private static HttpResponse response(int status, Map<String, String> headers, Answer answer, MediaType form) {
        var body = AnswerText.of(answer);
        if (quotedBytes(body) > MAX_ANSWER_BYTES) {
            return response(
                    Answer.refused(
                            ErrorCode.RESPONSE_TOO_LARGE,
                            "The answer is larger than 6 MB. Ask for fewer entries or fewer fields."),
                    form);
        }
        var all = new HashMap<String, String>();
        all.put("content-type", form.contentType());
        all.put("cache-control", "no-store");
        all.put("vary", "accept");
        all.putAll(headers);
        return new HttpResponse(status, all, body);
    }

    /** The bytes that a text takes inside of JSON, in UTF-8; at most that many. */
    private static long quotedBytes(String text) {
        var bytes = 0L;
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            bytes += character == '"' || character == '\\' ? 2 : character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
        }
        return bytes;
    }
}
