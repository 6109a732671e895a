/** The articles that knowledge bases are filled with: those of the tldr-pages project. */
@NullMarked
package dev.docket.benchmark.article;

import org.jspecify.annotations.NullMarked;
