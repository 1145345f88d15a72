/** Messages and what became of them. Read {@link dev.groundswell.graphqlapi.message.book.MessageRoots}. */
@NullMarked
package dev.groundswell.graphqlapi.message.book;

import org.jspecify.annotations.NullMarked;
