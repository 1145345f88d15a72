/** Automatic persisted queries: a client sends a query's hash, and its text only where we do not know it. Read {@link dev.groundswell.graphqlapi.persistedquery.AutomaticPersistedQueries}. */
@NullMarked
package dev.groundswell.graphqlapi.persistedquery;

import org.jspecify.annotations.NullMarked;
