/** JSON as it is stored in items, one object with fields of many kinds. */
@NullMarked
package dev.groundswell.cloud.json;

import org.jspecify.annotations.NullMarked;
