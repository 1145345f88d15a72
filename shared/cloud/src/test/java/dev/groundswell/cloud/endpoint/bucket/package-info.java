/**
 * S3 over a folder of plain files, for tests and for the local run: {@link
 * dev.groundswell.cloud.endpoint.bucket.FolderBuckets} speaks as much of S3's protocol as we use, on loopback, and what
 * it has acknowledged survives {@code kill -9}. Why it is ours: docs/decisions/0012-local-s3.md.
 */
@NullMarked
package dev.groundswell.cloud.endpoint.bucket;

import org.jspecify.annotations.NullMarked;
