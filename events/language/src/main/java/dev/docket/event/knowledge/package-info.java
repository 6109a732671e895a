/** The knowledge base of an organisation and what people look for in it, as facts. */
@NullMarked
package dev.docket.event.knowledge;

import org.jspecify.annotations.NullMarked;
