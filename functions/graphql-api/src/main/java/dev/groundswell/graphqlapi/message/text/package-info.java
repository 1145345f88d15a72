/** What messages say, what is wrong with them, and what stores decide about them. Read {@link dev.groundswell.graphqlapi.message.text.TextPorts}. */
@NullMarked
package dev.groundswell.graphqlapi.message.text;

import org.jspecify.annotations.NullMarked;
