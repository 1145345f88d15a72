/** Buyers' behaviour in DynamoDB, a day beside their orders. Read {@link dev.groundswell.cloud.behaviour.BehaviourDayTable}. */
@NullMarked
package dev.groundswell.cloud.behaviour;

import org.jspecify.annotations.NullMarked;
