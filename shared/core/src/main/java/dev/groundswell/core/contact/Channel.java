package dev.groundswell.core.contact;

/** A way to reach a customer. */
public enum Channel {
    SMS,
    EMAIL
}
