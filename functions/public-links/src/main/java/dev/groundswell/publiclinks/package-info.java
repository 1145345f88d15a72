/**
 * What recipients of messages open in their browsers: short links, and the page to unsubscribe. Read {@link
 * dev.groundswell.publiclinks.PublicLinksHandler}.
 */
@NullMarked
package dev.groundswell.publiclinks;

import org.jspecify.annotations.NullMarked;
