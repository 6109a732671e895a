/** Every event of every stream, as auditors look for it. */
@NullMarked
package dev.docket.projection.audit;

import org.jspecify.annotations.NullMarked;
