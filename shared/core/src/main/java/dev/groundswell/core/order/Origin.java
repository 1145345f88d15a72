package dev.groundswell.core.order;

/** Where an order was placed, or by what kind of offer; an order may have several. */
public enum Origin {
    WEB,
    MOBILE,
    GROUP_DEAL,
    FLASH_SALE,
    OFFLINE
}
