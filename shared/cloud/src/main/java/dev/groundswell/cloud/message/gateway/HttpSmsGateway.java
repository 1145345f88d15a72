package dev.groundswell.cloud.message.gateway;

import dev.groundswell.cloud.message.gateway.SignedPost.Posted;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.SmsGateway;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * SMS by a supplier of the merchant's own, who takes our form: docs/how-to/providers.md describes it.
 *
 * <p>A supplier that has the message, or may have it, must not answer 429 or 503: after these another provider is asked.
 */
final class HttpSmsGateway implements SmsGateway {

    private static final int UNPROCESSABLE = 422;

    private final SignedPost post;
    private final URI endpoint;
    private final StoreId store;
    private final String provider;
    private final Optional<String> secret;

    /** @param secret what the request is signed with; empty for the simulator */
    HttpSmsGateway(SignedPost post, URI endpoint, StoreId store, String provider, Optional<String> secret) {
        this.post = post;
        this.endpoint = endpoint;
        this.store = store;
        this.provider = provider;
        this.secret = secret;
    }

    @Override
    public Answer send(Sms sms) {
        var body = new LinkedHashMap<String, Object>();
        body.put(Tags.MESSAGE, sms.id().toString());
        body.put(Tags.PROVIDER, provider);
        body.put("to", sms.to().e164());
        body.put("kind", sms.kind().name());
        body.put("text", sms.content().text());
        body.put("parts", sms.content().parts());
        return answer(post.post(endpoint, store.value(), body, secret));
    }

    private static Answer answer(Posted posted) {
        return switch (posted) {
            case Posted.Taken(var body) -> new Answer.Accepted(field(body, "id"));
            // Only what is said of the message refuses it: a wrong path or signature is nothing of the message's.
            case Posted.Refused(var status, var body)
            when status == UNPROCESSABLE -> new Answer.Refused(field(body, "code"), field(body, "message"));
            case Posted.Refused(var status, var body) ->
                new Answer.NotTaken(Integer.toString(status), field(body, "message"));
            case Posted.Failed(var answer) -> answer;
        };
    }

    /** Empty where the supplier says nothing, or not in JSON. */
    static String field(String body, String name) {
        try {
            return JSON.std.anyFrom(body) instanceof Map<?, ?> fields && fields.get(name) != null
                    ? fields.get(name).toString()
                    : "";
        } catch (JacksonException notJson) {
            return "";
        }
    }
}
