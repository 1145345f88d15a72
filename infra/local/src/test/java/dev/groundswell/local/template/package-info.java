/** How a template is read, and the rules that ours keeps. */
@NullMarked
package dev.groundswell.local.template;

import org.jspecify.annotations.NullMarked;
