package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.money.Money;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class AmountRangeResolver extends ObjectResolver<StoreRange> {

    AmountRangeResolver() {
        super("AmountRange", StoreRange.class);
    }

    @Override
    protected @Nullable Object resolve(String field, StoreRange of, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "from" -> money(of, of.range().from());
            case "to" -> of.range().to().map(to -> money(of, to)).orElse(null);
            default -> throw withoutCase(field);
        };
    }

    private static Money money(StoreRange of, long minorUnits) {
        return new Money(minorUnits, of.store().currency());
    }
}
