/**
 * The one port of a local run: the template's HTTP API with its JWT authorizer, GraphiQL, Lambda's Invoke API, and the
 * local conveniences under {@code /_local}. Read {@link dev.groundswell.local.http.HttpFront} first.
 */
@NullMarked
package dev.groundswell.local.http;

import org.jspecify.annotations.NullMarked;
