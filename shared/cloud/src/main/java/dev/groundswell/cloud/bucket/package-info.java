/** What every bucket needs of S3 beyond single calls. Read {@link dev.groundswell.cloud.bucket.ObjectWriter}. */
@NullMarked
package dev.groundswell.cloud.bucket;

import org.jspecify.annotations.NullMarked;
