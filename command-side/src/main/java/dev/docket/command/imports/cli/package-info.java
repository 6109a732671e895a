/**
 * The command line that sends a file to a running platform, row by row, and resumes where it
 * stopped.
 */
@NullMarked
package dev.docket.command.imports.cli;

import org.jspecify.annotations.NullMarked;
