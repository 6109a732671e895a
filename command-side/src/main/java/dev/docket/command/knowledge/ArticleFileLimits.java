package dev.docket.command.knowledge;

/**
 * How many files an article takes.
 *
 * @param files that it has
 * @param bytes of all of them together
 */
public record ArticleFileLimits(int files, long bytes) {}
