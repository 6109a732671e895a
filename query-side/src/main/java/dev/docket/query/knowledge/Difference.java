package dev.docket.query.knowledge;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What has become of a text, word by word: read without what was removed it is the new text, read
 * without what was added the old one.
 */
final class Difference {

    /** What became of a piece of text. */
    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    record Piece(Kind kind, String text) {}

    /**
     * Comparing takes time in proportion to the length times the changes, so longer stretches in
     * which everything is different are not compared any closer.
     */
    private static final int LONGEST_COMPARED = 3_000;

    private static final Pattern LINES = Pattern.compile("(?<=\n)");
    private static final Pattern WORDS =
            Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)|(?<=\\p{P})|(?=\\p{P})");

    private Difference() {}

    /** By lines first, then by words in those that differ. */
    static List<Piece> between(String before, String after) {
        List<Piece> pieces = new ArrayList<>();
        compare(split(LINES, before), split(LINES, after), pieces, Difference::words);
        return joined(pieces);
    }

    private interface Closer {
        void compare(String before, String after, List<Piece> pieces);
    }

    private static void words(String before, String after, List<Piece> pieces) {
        compare(split(WORDS, before), split(WORDS, after), pieces, Difference::whole);
    }

    private static void whole(String before, String after, List<Piece> pieces) {
        pieces.add(new Piece(Kind.REMOVED, before));
        pieces.add(new Piece(Kind.ADDED, after));
    }

    private static List<String> split(Pattern pattern, String text) {
        return text.isEmpty() ? List.of() : pattern.splitAsStream(text).toList();
    }

    private static void compare(
            List<String> before, List<String> after, List<Piece> pieces, Closer closer) {
        int start = 0;
        int most = Math.min(before.size(), after.size());
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        add(Kind.SAME, before.subList(0, start), pieces);
        between(
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end),
                pieces,
                closer);
        add(Kind.SAME, before.subList(before.size() - end, before.size()), pieces);
    }

    private static void between(
            List<String> before, List<String> after, List<Piece> pieces, Closer closer) {
        if (before.size() + after.size() > LONGEST_COMPARED) {
            whole(String.join("", before), String.join("", after), pieces);
            return;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            List<String> source = delta.getSource().getLines();
            List<String> target = delta.getTarget().getLines();
            if (delta.getType() == DeltaType.EQUAL) {
                add(Kind.SAME, source, pieces);
            } else if (delta.getType() == DeltaType.CHANGE) {
                closer.compare(String.join("", source), String.join("", target), pieces);
            } else {
                add(Kind.REMOVED, source, pieces);
                add(Kind.ADDED, target, pieces);
            }
        }
    }

    private static void add(Kind kind, List<String> texts, List<Piece> pieces) {
        pieces.add(new Piece(kind, String.join("", texts)));
    }

    /** Neighbours of one kind as one piece. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces.stream().filter(p -> !p.text().isEmpty()).toList()) {
            if (!joined.isEmpty() && joined.getLast().kind() == piece.kind()) {
                Piece last = joined.removeLast();
                joined.add(new Piece(piece.kind(), last.text() + piece.text()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    /** A text without the pieces of one kind. */
    static String without(Kind kind, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
