/** The side that answers: it reads views and the log and writes neither. */
@NullMarked
package dev.docket.query;

import org.jspecify.annotations.NullMarked;
