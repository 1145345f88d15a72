/** Payment reminders on DynamoDB: with the buyer's orders what was sent for them, in the table {@code Reminders} what is to be done. */
@NullMarked
package dev.groundswell.cloud.reminder;

import org.jspecify.annotations.NullMarked;
