/** Secrets Manager for tests and for the local run: {@link dev.groundswell.cloud.endpoint.secret.KeptSecrets}. */
@NullMarked
package dev.groundswell.cloud.endpoint.secret;

import org.jspecify.annotations.NullMarked;
