package dev.docket.index;

/**
 * The names of an index: queries read through one alias, a projection writes through another, and
 * the index itself has a name of its own each time it is built.
 *
 * @param prefix of everything that belongs to this Docket
 * @param documents what is in it, for instance {@code articles}
 */
public record IndexNames(String prefix, String documents) {

    public String readAlias() {
        return start() + "read";
    }

    public String writeAlias() {
        return start() + "write";
    }

    /** Names the index that is being built, until it takes the place of the serving one. */
    public String nextAlias() {
        return start() + "next";
    }

    /** Begins the name of each index that is built. */
    public String start() {
        return prefix + "-" + documents + "-";
    }
}
