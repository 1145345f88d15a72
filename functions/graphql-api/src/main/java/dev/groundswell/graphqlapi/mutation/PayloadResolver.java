package dev.groundswell.graphqlapi.mutation;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields of a mutation's payload. */
public final class PayloadResolver extends ObjectResolver<Payload> {

    private final Set<String> fields;

    /**
     * @param type   the name in the schema, e.g. {@code StartImportPayload}
     * @param fields those beside {@code userErrors}
     */
    public PayloadResolver(String type, String... fields) {
        super(type, Payload.class);
        this.fields = Set.of(fields);
    }

    @Override
    protected @Nullable Object resolve(String field, Payload payload, Supplier<DataFetchingEnvironment> query) {
        if (field.equals("userErrors")) {
            return payload.userErrors();
        }
        if (!fields.contains(field)) {
            throw withoutCase(field);
        }
        return payload.value(field);
    }
}
