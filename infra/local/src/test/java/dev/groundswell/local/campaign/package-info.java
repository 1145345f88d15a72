/** Campaigns through the whole local system. */
@NullMarked
package dev.groundswell.local.campaign;

import org.jspecify.annotations.NullMarked;
