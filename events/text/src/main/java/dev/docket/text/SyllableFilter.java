package dev.docket.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts runs of a script without spaces into overlapping pieces of three characters, about a
 * syllable each, so that any part of such a run can be found.
 */
final class SyllableFilter extends TokenFilter {

    private static final int PIECE = 3;

    /** The first block of scripts that are written without spaces (Thai, then Lao and others). */
    private static final char FIRST = '\u0E00';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private String run = "";
    private int start;
    private int next;

    SyllableFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (next + PIECE <= run.length()) {
            piece();
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() > PIECE && term.charAt(0) >= FIRST) {
            run = term.toString();
            start = offset.startOffset();
            next = 0;
            piece();
        }
        return true;
    }

    private void piece() {
        term.setEmpty().append(run, next, next + PIECE);
        offset.setOffset(start + next, start + next + PIECE);
        next++;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        run = "";
        next = 0;
    }
}
