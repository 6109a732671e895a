/** What is counted in memory and recorded by the minute: reading of articles, and searches. */
@NullMarked
package dev.docket.command.knowledge.counts;

import org.jspecify.annotations.NullMarked;
