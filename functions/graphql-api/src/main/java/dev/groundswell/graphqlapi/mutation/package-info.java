/** What every mutation answers with. Read {@link dev.groundswell.graphqlapi.mutation.Payload}. */
@NullMarked
package dev.groundswell.graphqlapi.mutation;

import org.jspecify.annotations.NullMarked;
