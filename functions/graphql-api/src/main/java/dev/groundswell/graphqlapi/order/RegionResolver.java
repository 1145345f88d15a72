package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.Region;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class RegionResolver extends ObjectResolver<Region> {

    public RegionResolver() {
        super("Region", Region.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Region region, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "country" -> region.country();
            case "province" -> region.province();
            case "city" -> region.city();
            default -> throw withoutCase(field);
        };
    }
}
