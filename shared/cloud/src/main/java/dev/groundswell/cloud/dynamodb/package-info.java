/** What every table needs of DynamoDB beyond single calls. Read {@link dev.groundswell.cloud.dynamodb.BatchGet}, {@link dev.groundswell.cloud.dynamodb.Transactions} and {@link dev.groundswell.cloud.dynamodb.Update}. */
@NullMarked
package dev.groundswell.cloud.dynamodb;

import org.jspecify.annotations.NullMarked;
