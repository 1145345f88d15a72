/** What stores decide about their messages, on DynamoDB: {@link dev.groundswell.cloud.message.text.MessageSettingsTable}. */
@NullMarked
package dev.groundswell.cloud.message.text;

import org.jspecify.annotations.NullMarked;
