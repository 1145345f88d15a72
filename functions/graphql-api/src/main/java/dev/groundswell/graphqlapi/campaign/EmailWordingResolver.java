package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.message.text.Wording;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class EmailWordingResolver extends ObjectResolver<Wording.Mail> {

    EmailWordingResolver() {
        super("EmailWording", Wording.Mail.class);
    }

    @Override
    protected Object resolve(String field, Wording.Mail mail, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "subject" -> mail.subject();
            case "html" -> mail.html();
            case "text" -> mail.text();
            default -> throw withoutCase(field);
        };
    }
}
