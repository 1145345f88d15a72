/** A store's history as the API shows it: imports, and whether it is whole. */
@NullMarked
package dev.groundswell.graphqlapi.history;

import org.jspecify.annotations.NullMarked;
