/**
 * Where tests find AWS. Read {@link dev.groundswell.cloud.endpoint.AwsEndpoint} first: it gives a test class the tables
 * and queues of {@code template.yaml}, embedded by default, or at whatever {@code AWS_ENDPOINT_URL} names.
 */
@NullMarked
package dev.groundswell.cloud.endpoint;

import org.jspecify.annotations.NullMarked;
