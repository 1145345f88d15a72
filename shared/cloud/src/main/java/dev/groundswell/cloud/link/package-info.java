/** Short links on AWS. Read {@link dev.groundswell.cloud.link.LinkTable}. */
@NullMarked
package dev.groundswell.cloud.link;

import org.jspecify.annotations.NullMarked;
