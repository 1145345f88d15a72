/**
 * AWS in this process: DynamoDB Local ({@link dev.groundswell.local.aws.LocalTables}) and ElasticMQ ({@link
 * dev.groundswell.local.aws.LocalQueues}), in memory or kept in a directory through a {@code kill -9}. Both also listen
 * on loopback for the AWS command line. S3 and Secrets Manager are those that tests have, {@link
 * dev.groundswell.cloud.endpoint.bucket.FolderBuckets} and {@link dev.groundswell.cloud.endpoint.secret.KeptSecrets}.
 */
@NullMarked
package dev.groundswell.local.aws;

import org.jspecify.annotations.NullMarked;
