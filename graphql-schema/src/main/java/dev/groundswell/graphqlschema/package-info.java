/** The contract with front ends, as text. Read the {@code .graphqls} files beside {@link dev.groundswell.graphqlschema.SchemaText}. */
@NullMarked
package dev.groundswell.graphqlschema;

import org.jspecify.annotations.NullMarked;
