/** What buyers look at, favourite and put into their carts. Read {@link dev.groundswell.core.behaviour.BehaviourEvent} for what happened. */
@NullMarked
package dev.groundswell.core.behaviour;

import org.jspecify.annotations.NullMarked;
