/** What every table needs of DynamoDB beyond single calls. Read {@link dev.groundswell.cloud.dynamodb.BatchGet}. */
@NullMarked
package dev.groundswell.cloud.dynamodb;

import org.jspecify.annotations.NullMarked;
