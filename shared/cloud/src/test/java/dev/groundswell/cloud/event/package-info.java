@NullMarked
package dev.groundswell.cloud.event;

import org.jspecify.annotations.NullMarked;
