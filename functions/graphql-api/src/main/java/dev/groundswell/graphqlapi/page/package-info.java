/** Connections in the manner of Relay. Read {@link dev.groundswell.graphqlapi.page.Connection}. */
@NullMarked
package dev.groundswell.graphqlapi.page;

import org.jspecify.annotations.NullMarked;
