/** Commands to the log: ours, Axon's, and PostgreSQL alone. */
@NullMarked
package dev.docket.benchmark.command;

import org.jspecify.annotations.NullMarked;
