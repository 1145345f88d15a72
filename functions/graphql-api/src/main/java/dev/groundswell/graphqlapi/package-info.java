/** Answers GraphQL queries of front ends. Read {@link dev.groundswell.graphqlapi.GraphqlApiHandler} first; the topics' resolvers stand in packages of their names. */
@NullMarked
package dev.groundswell.graphqlapi;

import org.jspecify.annotations.NullMarked;
