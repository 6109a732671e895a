package dev.docket.projection.search;

/** As much of a text as an index keeps to show excerpts of it. */
final class ShownText {

    private static final int LONGEST = 8_192;

    private ShownText() {}

    static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, splits ? LONGEST - 1 : LONGEST);
    }

    static String end(String text) {
        int start = text.length() - LONGEST;
        if (start <= 0) {
            return text;
        }
        return text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }
}
