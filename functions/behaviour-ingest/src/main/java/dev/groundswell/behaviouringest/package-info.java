/**
 * Behaviour comes in: from the queue ({@link dev.groundswell.behaviouringest.BehaviourIngestHandler}), onto which the signed
 * webhook puts it ({@link dev.groundswell.behaviouringest.BehaviourWebhookHandler}).
 */
@NullMarked
package dev.groundswell.behaviouringest;

import org.jspecify.annotations.NullMarked;
