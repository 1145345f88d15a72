/**
 * The demo store: invented customers with a year of orders ending now, the same ones every time. Read {@link
 * dev.groundswell.local.demo.DemoHistory} first. No I/O, no clock of its own.
 */
@NullMarked
package dev.groundswell.local.demo;

import org.jspecify.annotations.NullMarked;
