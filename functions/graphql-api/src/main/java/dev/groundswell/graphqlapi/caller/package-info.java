/** Who asks, by the claims of the verified token, and what they may see. Read {@link dev.groundswell.graphqlapi.caller.Caller}. */
@NullMarked
package dev.groundswell.graphqlapi.caller;

import org.jspecify.annotations.NullMarked;
