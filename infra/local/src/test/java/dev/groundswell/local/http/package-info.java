/** The one port, asked over HTTP. */
@NullMarked
package dev.groundswell.local.http;

import org.jspecify.annotations.NullMarked;
