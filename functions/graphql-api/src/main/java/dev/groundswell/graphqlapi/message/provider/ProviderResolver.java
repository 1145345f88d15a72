package dev.groundswell.graphqlapi.message.provider;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

final class ProviderResolver extends ObjectResolver<StoreProvider> {

    ProviderResolver() {
        super("Provider", StoreProvider.class);
    }

    @Override
    protected Object resolve(String field, StoreProvider of, Supplier<DataFetchingEnvironment> query) {
        var provider = of.provider();
        return switch (field) {
            case "id" -> provider.id().value();
            case "channel" -> provider.channel();
            case "kind" -> provider.kind();
            case "active" -> provider.active();
            case "weight" -> provider.weight();
            case "weightPercent" -> of.weightPercent();
            case "serves" -> provider.serves().stream().sorted().toList();
            case "pricePerThousand" -> of.price();
            case "partsPerSecond" -> provider.limits().partsPerSecond();
            case "familyLimits" -> byFamily(of);
            case "keptForReminders" -> provider.limits().keptForReminders();
            case "identity" -> provider.sender().identity();
            case "configurationSet" -> provider.sender().configurationSet();
            case "endpoint" -> provider.sender().endpoint();
            case "revision" -> (int) provider.revision();
            default -> throw withoutCase(field);
        };
    }

    private static List<?> byFamily(StoreProvider of) {
        return of.provider().limits().byFamily().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }
}
