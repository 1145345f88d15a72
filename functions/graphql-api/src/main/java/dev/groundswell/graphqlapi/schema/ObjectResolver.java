package dev.groundswell.graphqlapi.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Resolves all fields of one object type, by name. A field without a case fails loudly; nothing falls back to reading
 * properties. A class with a switch costs one class at a cold start, where a lambda per field would cost a hundred.
 *
 * @param <S> what stands behind an object of the type
 */
public abstract class ObjectResolver<S> implements LightDataFetcher<@Nullable Object> {

    private final String type;
    private final Class<? super S> source;

    /**
     * @param type   the name in the schema
     * @param source what {@link #resolve} takes
     */
    protected ObjectResolver(String type, Class<? super S> source) {
        this.type = type;
        this.source = source;
    }

    /** The name of the type in the schema. */
    public final String type() {
        return type;
    }

    /**
     * The value of a field: plain, or a future of it.
     *
     * @param query what else is known of the field, arguments among it; making it costs, so only where it is needed
     */
    protected abstract @Nullable Object resolve(String field, S source, Supplier<DataFetchingEnvironment> query);

    /** For the default case of {@link #resolve}. */
    protected final IllegalStateException withoutCase(String field) {
        return new IllegalStateException("The field " + type + "." + field + " has no case in "
                + getClass().getName() + ".");
    }

    @Override
    public final @Nullable Object get(
            GraphQLFieldDefinition field, Object object, Supplier<DataFetchingEnvironment> query) {
        return resolve(field.getName(), checked(object), query);
    }

    @SuppressWarnings("unchecked") // Checked, but for type arguments.
    private S checked(Object object) {
        return (S) source.cast(object);
    }

    @Override
    public final @Nullable Object get(DataFetchingEnvironment query) {
        return get(query.getFieldDefinition(), Objects.requireNonNull(query.getSource()), () -> query);
    }
}
