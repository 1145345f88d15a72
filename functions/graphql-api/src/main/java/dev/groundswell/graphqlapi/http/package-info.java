/** GraphQL over HTTP: how a query comes in and its answer goes out. Read {@link dev.groundswell.graphqlapi.http.GraphqlEndpoint}. */
@NullMarked
package dev.groundswell.graphqlapi.http;

import org.jspecify.annotations.NullMarked;
