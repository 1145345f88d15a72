@NullMarked
package dev.groundswell.graphqlapi;

import org.jspecify.annotations.NullMarked;
