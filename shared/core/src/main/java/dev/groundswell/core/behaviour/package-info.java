/** What buyers look at, favourite and put into their carts. Read {@link dev.groundswell.core.behaviour.BehaviourEvent} for what happened, {@link dev.groundswell.core.behaviour.BehaviourDay} for how it is kept, and {@link dev.groundswell.core.behaviour.BuyerBehaviour} for what it says of a buyer. */
@NullMarked
package dev.groundswell.core.behaviour;

import org.jspecify.annotations.NullMarked;
