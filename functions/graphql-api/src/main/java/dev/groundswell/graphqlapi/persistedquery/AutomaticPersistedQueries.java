package dev.groundswell.graphqlapi.persistedquery;

import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Faults;
import dev.groundswell.graphqlapi.execution.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of Apollo: a request names a query by its hash under {@code extensions.persistedQuery}. If we do not know it,
 * the client sends text and hash together, and from then on the hash is enough.
 *
 * @see <a href="https://www.apollographql.com/docs/apollo-server/performance/apq">Automatic persisted queries</a>
 */
public final class AutomaticPersistedQueries {

    private static final int PROTOCOL = 1;

    /** As UTF-8 far below the 400 KB of a DynamoDB item; longer ones run and are not kept. */
    private static final int MAX_CHARACTERS = 50_000;

    /** Texts kept in memory, so that the usual request reads nothing. */
    private static final int MAX_REMEMBERED = 300;

    private final PersistedQueries queries;
    private final Map<Key, String> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > MAX_REMEMBERED;
        }
    });

    public AutomaticPersistedQueries(PersistedQueries queries) {
        this.queries = queries;
    }

    private record Key(StoreId store, QueryHash hash) {}

    /** The text of a request's query. */
    public sealed interface Text {
        record Known(String text) implements Text {}

        /** To be remembered if it turns out to be valid. */
        record New(String text, QueryHash hash) implements Text {}

        record Unknown() implements Text {}
    }

    /**
     * The text that a request means.
     *
     * @param text           the query as it was sent, if it was
     * @param persistedQuery what stands under {@code extensions.persistedQuery}, if anything does
     * @throws Refusal if neither is there, or they contradict
     */
    public Text textOf(StoreId store, @Nullable String text, @Nullable Object persistedQuery) {
        if (persistedQuery == null) {
            return new Text.Known(
                    Optional.ofNullable(text).orElseThrow(() -> refused("The parameter 'query' is missing.")));
        }
        var hash = hash(persistedQuery);
        if (text == null) {
            return find(new Key(store, hash)).<Text>map(Text.Known::new).orElseGet(Text.Unknown::new);
        }
        if (!QueryHash.of(text).equals(hash)) {
            throw refused("'extensions.persistedQuery.sha256Hash' is not the SHA-256 of 'query'.");
        }
        return text.equals(remembered.get(new Key(store, hash))) ? new Text.Known(text) : new Text.New(text, hash);
    }

    /** Keeps a text that was found valid. A fault is logged and nothing more: the query itself has been answered. */
    public void remember(StoreId store, Text.New query, Faults faults) {
        if (query.text().length() > MAX_CHARACTERS) {
            return;
        }
        try {
            queries.save(store, query.hash(), query.text());
            remembered.put(new Key(store, query.hash()), query.text());
        } catch (RuntimeException fault) {
            faults.log("persisted query", fault);
        }
    }

    private Optional<String> find(Key key) {
        var known = remembered.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = queries.find(key.store(), key.hash());
        found.ifPresent(text -> remembered.put(key, text));
        return found;
    }

    private static QueryHash hash(Object persistedQuery) {
        if (persistedQuery instanceof Map<?, ?> parameters
                && parameters.get("version") instanceof Integer version
                && version == PROTOCOL
                && parameters.get("sha256Hash") instanceof String hash
                && QueryHash.isValid(hash)) {
            return new QueryHash(hash);
        }
        throw refused("'extensions.persistedQuery' must be {\"version\": 1, \"sha256Hash\": 64 hexadecimal digits}.");
    }

    private static Refusal refused(String message) {
        return new Refusal(ErrorCode.BAD_REQUEST, message);
    }
}
