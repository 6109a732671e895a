/** What Docket promises, tried over HTTP on a platform that was started as a user starts it. */
@NullMarked
package dev.docket.acceptance;

import org.jspecify.annotations.NullMarked;
