package dev.groundswell.core.metrics;

/** What makes somebody one of a day's distinct people of the warm-up. */
public enum Interest {
    VISITED,
    FAVOURITED,
    CARTED
}
