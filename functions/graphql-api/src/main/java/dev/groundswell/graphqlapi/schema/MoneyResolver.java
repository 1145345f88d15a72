package dev.groundswell.graphqlapi.schema;

import dev.groundswell.core.money.Money;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

public final class MoneyResolver extends ObjectResolver<Money> {

    public MoneyResolver() {
        super("Money", Money.class);
    }

    @Override
    protected Object resolve(String field, Money money, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "amount" -> money.toDecimal();
            case "currency" -> money.currency();
            default -> throw withoutCase(field);
        };
    }
}
