package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.history.ColumnMappings;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserError;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.time.InstantSource;
import java.util.List;

/** The mutations that keep a store's column mappings. */
public final class MappingMutations {

    private static final String NAME = "name";
    private static final String MAPPING = "mapping";

    private final ColumnMappings mappings;
    private final InstantSource time;

    public MappingMutations(ColumnMappings mappings, InstantSource time) {
        this.mappings = mappings;
        this.time = time;
    }

    public Payload save(StoreId store, Input input) {
        var name = input.text(NAME);
        if (!NamedMapping.isName(name)) {
            return Payload.refused(
                    UserErrorCode.INVALID, NAME, "A name has 1 to 60 characters, with no blank at either end.");
        }
        return switch (ColumnMapping.read(input.object(MAPPING).orElseThrow())) {
            case ColumnMapping.Reading.Valid(var mapping) ->
                save(store, new NamedMapping(name, mapping, time.instant()));
            case ColumnMapping.Reading.Invalid(var problems) -> refused(MAPPING, problems);
        };
    }

    private Payload save(StoreId store, NamedMapping mapping) {
        var isNew = mappings.find(store, mapping.name()).isEmpty();
        if (isNew && mappings.all(store).size() >= NamedMapping.MAX_PER_STORE) {
            return Payload.refused(
                    UserErrorCode.TOO_MANY,
                    NAME,
                    "The store has " + NamedMapping.MAX_PER_STORE
                            + " mappings; delete one that is of no use any more.");
        }
        mappings.save(store, mapping);
        return Payload.of("columnMapping", mapping);
    }

    public Payload delete(StoreId store, Input input) {
        var name = input.text(NAME);
        return NamedMapping.isName(name) && mappings.delete(store, name)
                ? Payload.of("deletedName", name)
                : Payload.refused(UserErrorCode.NOT_FOUND, NAME, "There is no column mapping named '" + name + "'.");
    }

    /** All that is wrong with a mapping, below the input's field that holds it. */
    static Payload refused(String field, List<ColumnMapping.Problem> problems) {
        return Payload.refused(problems.stream()
                .map(problem -> new UserError(
                        problem.field().isEmpty() ? field : field + "." + problem.field(),
                        problem.message(),
                        UserErrorCode.INVALID))
                .toList());
    }
}
