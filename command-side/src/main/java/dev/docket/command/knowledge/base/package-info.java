/** How an organisation keeps its knowledge: its categories, its synonyms, its demands. */
@NullMarked
package dev.docket.command.knowledge.base;

import org.jspecify.annotations.NullMarked;
