/** What auditors ask, checked against the log and against models of the tests' own. */
@NullMarked
package dev.docket.query.audit;

import org.jspecify.annotations.NullMarked;
