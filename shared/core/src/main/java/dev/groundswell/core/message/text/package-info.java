/**
 * What a message says: templates and their variables, how long a text is, what is wrong with it, and what a store decides about
 * its messages. Read {@link dev.groundswell.core.message.text.MessageTemplate} and {@link
 * dev.groundswell.core.message.text.MessageSettings}.
 */
@NullMarked
package dev.groundswell.core.message.text;

import org.jspecify.annotations.NullMarked;
