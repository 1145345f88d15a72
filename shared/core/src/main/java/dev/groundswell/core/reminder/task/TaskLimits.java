package dev.groundswell.core.reminder.task;

import java.time.Duration;

/** How much a reminder task may say. */
public final class TaskLimits {

    /** What fits on a line of a list. */
    public static final int MAX_NAME = 80;

    /** Sweeps come each minute, and an order is first looked at after one. */
    public static final Duration MIN_DELAY = Duration.ofMinutes(1);

    /** Orders that anybody still pays are not older. */
    public static final Duration MAX_DELAY = Duration.ofDays(30);

    /** Every second hour. */
    public static final int MAX_TIMES_OF_DAY = 12;

    /** More are a table and no task. */
    public static final int MAX_AMOUNTS = 10;

    /** A promotion's worth. */
    public static final int MAX_ITEMS = 200;

    /** Platforms' ids of items have up to 20 characters, shops' own ones some more. */
    public static final int MAX_ITEM_ID = 64;

    /** For two reminders, two kinds of customers, and three times of the day. */
    public static final int MAX_TEXTS = 12;

    /** A buyer's reminders of a task are told apart in one item of DynamoDB. */
    public static final int MAX_OF_BUYER = 100;

    /** Whatever is later than a day is another reminder. */
    public static final Duration MAX_PATIENCE = Duration.ofDays(1);

    /** A month after a reminder nobody pays because of it. */
    public static final Duration MAX_ATTRIBUTION = Duration.ofDays(30);

    /** Of all texts and items of a store's tasks together: whoever looks for what is due reads them all. */
    public static final int MAX_BYTES = 250_000;

    private TaskLimits() {}
}
