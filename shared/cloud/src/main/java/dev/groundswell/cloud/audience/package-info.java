/** The audience index in DynamoDB. Read {@link dev.groundswell.cloud.audience.AudienceTable}. */
@NullMarked
package dev.groundswell.cloud.audience;

import org.jspecify.annotations.NullMarked;
