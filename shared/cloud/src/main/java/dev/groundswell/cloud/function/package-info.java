/**
 * What a function is given from outside: its variables, the time, and the AWS clients. Read {@link
 * dev.groundswell.cloud.function.FunctionEnvironment} first; nothing else reads the process's environment or clock.
 */
@NullMarked
package dev.groundswell.cloud.function;

import org.jspecify.annotations.NullMarked;
