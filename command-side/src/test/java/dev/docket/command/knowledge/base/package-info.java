/** What categories, synonyms and settings promise. */
@NullMarked
package dev.docket.command.knowledge.base;

import org.jspecify.annotations.NullMarked;
