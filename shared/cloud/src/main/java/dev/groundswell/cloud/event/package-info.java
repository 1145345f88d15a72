/** The JSON events and answers of Lambda, read and written as streams. Read {@link dev.groundswell.cloud.event.HttpRequest}. */
@NullMarked
package dev.groundswell.cloud.event;

import org.jspecify.annotations.NullMarked;
