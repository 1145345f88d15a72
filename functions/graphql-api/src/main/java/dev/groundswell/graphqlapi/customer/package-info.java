/** The resolver of the topic customer. */
@NullMarked
package dev.groundswell.graphqlapi.customer;

import org.jspecify.annotations.NullMarked;
