package dev.docket.text;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes one character of a letter and its accent, as macOS writes them apart and others do not;
 * only then can the accent be folded away.
 */
final class ComposingFilter extends TokenFilter {

    /** Below it there are no combining characters (Unicode block "Combining Diacritical Marks"). */
    private static final char FIRST_COMBINING = '\u0300';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ComposingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (mayCombine() && !Normalizer.isNormalized(term, Normalizer.Form.NFC)) {
            String composed = Normalizer.normalize(term, Normalizer.Form.NFC);
            term.setEmpty().append(composed);
        }
        return true;
    }

    private boolean mayCombine() {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) >= FIRST_COMBINING) {
                return true;
            }
        }
        return false;
    }
}
