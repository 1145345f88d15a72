/** The schema with its scalars and the resolver of each type. Read {@link dev.groundswell.graphqlapi.schema.ObjectResolver}. */
@NullMarked
package dev.groundswell.graphqlapi.schema;

import org.jspecify.annotations.NullMarked;
