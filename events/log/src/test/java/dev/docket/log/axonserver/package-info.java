@NullMarked
package dev.docket.log.axonserver;

import org.jspecify.annotations.NullMarked;
