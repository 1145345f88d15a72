/** Runs queries within limits and turns what goes wrong into errors that may be shown. Read {@link dev.groundswell.graphqlapi.execution.QueryEngine}. */
@NullMarked
package dev.groundswell.graphqlapi.execution;

import org.jspecify.annotations.NullMarked;
