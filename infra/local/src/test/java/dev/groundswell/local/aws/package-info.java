/** The embedded services, asked through the SDK. */
@NullMarked
package dev.groundswell.local.aws;

import org.jspecify.annotations.NullMarked;
