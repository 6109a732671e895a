package dev.docket.text;

import java.io.Reader;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The steps from text to stems. They are built for each text: Lucene's reuse is by thread, and
 * virtual threads come and go with each request.
 */
final class EnglishWords {

    private EnglishWords() {}

    static TokenStream in(Reader text, int longestWord) {
        StandardTokenizer words = new StandardTokenizer();
        words.setMaxTokenLength(longestWord);
        words.setReader(text);
        TokenStream composed = new ComposingFilter(words);
        TokenStream lower = new LowerCaseFilter(composed);
        TokenStream owned = new EnglishPossessiveFilter(lower);
        return new PorterStemFilter(new ASCIIFoldingFilter(owned));
    }
}
