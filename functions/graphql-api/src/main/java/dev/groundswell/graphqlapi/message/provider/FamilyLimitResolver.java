package dev.groundswell.graphqlapi.message.provider;

import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.function.Supplier;

final class FamilyLimitResolver extends ObjectResolver<Map.Entry<MailboxFamily, Integer>> {

    FamilyLimitResolver() {
        super("FamilyLimit", Map.Entry.class);
    }

    @Override
    protected Object resolve(
            String field, Map.Entry<MailboxFamily, Integer> limit, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "family" -> limit.getKey();
            case "mailsPerSecond" -> limit.getValue();
            default -> throw withoutCase(field);
        };
    }
}
