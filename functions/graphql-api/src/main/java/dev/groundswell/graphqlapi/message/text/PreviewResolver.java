package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.text.MessageCheck.Preview;
import dev.groundswell.core.message.text.Rendering;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class PreviewResolver extends ObjectResolver<Preview> {

    PreviewResolver() {
        super("MessagePreview", Preview.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Preview preview, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "customerId" -> preview.buyer().value();
            case "missing" -> missing(preview.rendering());
            default ->
                switch (preview.rendering()) {
                    case Rendering.Rendered(var content) -> part(field, content);
                    case Rendering.MissingVariables _ -> null;
                };
        };
    }

    private static List<String> missing(Rendering rendering) {
        return rendering instanceof Rendering.MissingVariables(var names)
                ? names.stream().sorted().toList()
                : List.of();
    }

    private @Nullable Object part(String field, Content content) {
        return switch (field) {
            case "text" ->
                switch (content) {
                    case Content.Sms sms -> sms.text();
                    case Content.Mail mail -> mail.text();
                };
            case "subject" -> content instanceof Content.Mail mail ? mail.subject() : null;
            case "html" -> content instanceof Content.Mail mail ? mail.html() : null;
            default -> throw withoutCase(field);
        };
    }
}
