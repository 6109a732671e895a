package dev.docket.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The steps from text to stems, for one text after another but not for two threads at once. To
 * build them costs as much as some ten words, and Lucene's own reuse is by thread, where virtual
 * threads come and go with each request.
 */
final class EnglishWords implements WordReader {

    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final TokenStream stems;
    private final CharTermAttribute stem;
    private final OffsetAttribute place;

    EnglishWords(int longestWord) {
        tokenizer.setMaxTokenLength(longestWord);
        TokenStream composed = new ComposingFilter(tokenizer);
        TokenStream owned = new EnglishPossessiveFilter(new LowerCaseFilter(composed));
        stems = new PorterStemFilter(new ASCIIFoldingFilter(owned));
        stem = stems.addAttribute(CharTermAttribute.class);
        place = stems.addAttribute(OffsetAttribute.class);
    }

    @Override
    public List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        tokenizer.setReader(new StringReader(text));
        try (stems) {
            stems.reset();
            while (stems.incrementToken()) {
                words.add(new Word(stem.toString(), place.startOffset(), place.endOffset()));
            }
            stems.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
