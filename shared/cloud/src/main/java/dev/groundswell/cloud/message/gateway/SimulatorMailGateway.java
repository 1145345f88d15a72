package dev.groundswell.cloud.message.gateway;

import dev.groundswell.cloud.message.gateway.SignedPost.Posted;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.EmailGateway;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.jr.ob.JSON;

/** E-mail to the simulator: the mails of a call as one array, answered by an array of {@code id}, or {@code code} and {@code message}. */
final class SimulatorMailGateway implements EmailGateway {

    private final SignedPost post;
    private final URI endpoint;
    private final StoreId store;
    private final String provider;

    SimulatorMailGateway(SignedPost post, URI endpoint, StoreId store, String provider) {
        this.post = post;
        this.endpoint = endpoint;
        this.store = store;
        this.provider = provider;
    }

    @Override
    public List<Answer> send(List<Mail> mails) {
        var body = mails.stream().map(this::body).toList();
        return switch (post.post(endpoint, store.value(), body, Optional.empty())) {
            case Posted.Taken(var answers) -> answers(mails, JSON.std.listFrom(answers));
            case Posted.Refused(var status, var _) ->
                Collections.nCopies(mails.size(), new Answer.NotTaken(Integer.toString(status), "It takes no mails."));
            case Posted.Failed(var answer) -> Collections.nCopies(mails.size(), answer);
        };
    }

    private Map<String, Object> body(Mail mail) {
        return Map.of(
                Tags.MESSAGE,
                mail.id().toString(),
                Tags.PROVIDER,
                provider,
                "to",
                mail.to().address(),
                "kind",
                mail.kind().name(),
                "subject",
                mail.content().subject(),
                "html",
                mail.content().html(),
                "text",
                mail.content().text(),
                "headers",
                mail.content().headers());
    }

    private static List<Answer> answers(List<Mail> mails, List<Object> answers) {
        return IntStream.range(0, mails.size())
                .mapToObj(i -> answer((Map<?, ?>) answers.get(i)))
                .toList();
    }

    private static Answer answer(Map<?, ?> answer) {
        return answer.get("id") instanceof String id
                ? new Answer.Accepted(id)
                : new Answer.Refused(String.valueOf(answer.get("code")), String.valueOf(answer.get("message")));
    }
}
