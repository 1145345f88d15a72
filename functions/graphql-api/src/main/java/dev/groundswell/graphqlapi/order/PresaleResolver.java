package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.Presale;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class PresaleResolver extends ObjectResolver<Presale> {

    public PresaleResolver() {
        super("Presale", Presale.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Presale presale, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "deposit" -> presale.deposit();
            case "depositPaidAt" -> presale.depositPaidAt();
            case "balanceFrom" -> presale.balanceFrom();
            case "balanceUntil" -> presale.balanceUntil();
            case "forfeited" -> presale.forfeited();
            default -> throw withoutCase(field);
        };
    }
}
