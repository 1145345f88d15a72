@NullMarked
package dev.groundswell.cloud.customer;

import org.jspecify.annotations.NullMarked;
