/** How projections are tried: on real histories, a real database, and with accidents. */
@NullMarked
package dev.docket.projection.running;

import org.jspecify.annotations.NullMarked;
