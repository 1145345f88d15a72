@NullMarked
package dev.groundswell.graphqlschema;

import org.jspecify.annotations.NullMarked;
