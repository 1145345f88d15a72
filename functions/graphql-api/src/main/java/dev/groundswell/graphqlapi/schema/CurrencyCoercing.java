package dev.groundswell.graphqlapi.schema;

import graphql.GraphQLContext;
import java.util.Currency;

/** Currencies by their ISO 4217 codes. */
final class CurrencyCoercing extends TextCoercing<Currency> {

    CurrencyCoercing() {
        super(Currency.class, "A CurrencyCode is one of ISO 4217, like \"CNY\".");
    }

    @Override
    String write(Currency value, GraphQLContext context) {
        return value.getCurrencyCode();
    }

    @Override
    Currency read(String text) {
        return Currency.getInstance(text);
    }
}
