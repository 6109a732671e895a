/**
 * The log: how events are written, in which order they are read, and how their JSON stays readable.
 */
@NullMarked
package dev.docket.log;

import org.jspecify.annotations.NullMarked;
