package dev.groundswell.core.behaviour;

/** What a buyer did with an item, in rank order: of two events of one instant the later kind is taken as the later one. */
public enum BehaviourKind {
    VIEW,
    FAVOURITE,
    CART,
    /** As the shop saw it; what was bought and paid is told by orders. */
    PURCHASE,
    UNFAVOURITE,
    UNCART
}
