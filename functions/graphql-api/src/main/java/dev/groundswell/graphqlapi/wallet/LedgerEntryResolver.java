package dev.groundswell.graphqlapi.wallet;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class LedgerEntryResolver extends ObjectResolver<StoreEntry> {

    LedgerEntryResolver() {
        super("LedgerEntry", StoreEntry.class);
    }

    @Override
    protected Object resolve(String field, StoreEntry of, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> of.entry().id();
            case "kind" -> of.entry().kind();
            case "available" -> of.money(of.entry().available());
            case "reserved" -> of.money(of.entry().reserved());
            case "balance" -> of.money(of.entry().balance());
            case "by" -> of.entry().by();
            case "at" -> of.entry().at();
            default -> throw withoutCase(field);
        };
    }
}
