/** What a GraphQL query costs. Read {@link dev.groundswell.bench.graphql.GraphqlBench} first. */
@NullMarked
package dev.groundswell.bench.graphql;

import org.jspecify.annotations.NullMarked;
