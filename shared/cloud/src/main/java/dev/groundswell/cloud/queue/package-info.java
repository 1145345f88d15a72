/**
 * Queues of JSON objects, as many in one message as fit. Read {@link dev.groundswell.cloud.queue.JsonQueue} for putting them
 * there and {@link dev.groundswell.cloud.queue.JsonText} for taking them out; {@link dev.groundswell.cloud.queue.HintQueue} is for those that
 * only wake somebody.
 */
@NullMarked
package dev.groundswell.cloud.queue;

import org.jspecify.annotations.NullMarked;
