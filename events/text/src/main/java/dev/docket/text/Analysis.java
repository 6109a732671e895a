package dev.docket.text;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ro.RomanianNormalizationFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.stempel.StempelFilter;
import org.apache.lucene.analysis.stempel.StempelStemmer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * How words of one family of languages are found and reduced to stems, by Lucene's own filters.
 * Where Lucene has no stemmer words are kept as they are, but for case, accents and the forms of
 * their characters.
 *
 * @param codes as ISO 639 has them
 * @param commonWords those that say nothing by themselves, as they are written
 */
record Analysis(
        Set<String> codes,
        UnaryOperator<TokenStream> stemming,
        Supplier<CharArraySet> commonWords) {

    /** All others: whole words. */
    static final Analysis NEUTRAL =
            new Analysis(
                    Set.of(),
                    words -> new CJKBigramFilter(lower(new CJKWidthFilter(words))),
                    Analysis::none);

    static final List<Analysis> KNOWN =
            List.of(
                    new Analysis(
                            Set.of("ar"),
                            words ->
                                    new ArabicStemFilter(
                                            new ArabicNormalizationFilter(lower(words))),
                            ArabicAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("bg"),
                            words -> new BulgarianStemFilter(lower(words)),
                            BulgarianAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("bn"),
                            words ->
                                    new BengaliStemFilter(
                                            new BengaliNormalizationFilter(indic(words))),
                            BengaliAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("ca"),
                            words ->
                                    snowball(
                                            elided(lower(words), Elisions.CATALAN),
                                            new CatalanStemmer()),
                            CatalanAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("zh", "ja", "ko"),
                            words -> new CJKBigramFilter(lower(new CJKWidthFilter(words))),
                            () -> CharArraySet.EMPTY_SET),
                    new Analysis(
                            Set.of("cs", "sk"),
                            words -> new CzechStemFilter(lower(words)),
                            CzechAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("da"),
                            words -> snowball(lower(words), new DanishStemmer()),
                            DanishAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("nl", "af"),
                            words -> snowball(lower(words), new DutchStemmer()),
                            DutchAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("en"),
                            words ->
                                    new PorterStemFilter(
                                            folded(new EnglishPossessiveFilter(lower(words)))),
                            () -> EnglishAnalyzer.ENGLISH_STOP_WORDS_SET),
                    new Analysis(
                            Set.of("fi"),
                            words -> snowball(lower(words), new FinnishStemmer()),
                            FinnishAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("fr"),
                            words ->
                                    new FrenchLightStemFilter(
                                            elided(lower(words), Elisions.FRENCH)),
                            FrenchAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("de", "lb"),
                            words ->
                                    new GermanLightStemFilter(
                                            new GermanNormalizationFilter(lower(words))),
                            GermanAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("el"),
                            words -> new GreekStemFilter(new GreekLowerCaseFilter(words)),
                            GreekAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("hi", "mr"),
                            words ->
                                    new HindiStemFilter(new HindiNormalizationFilter(indic(words))),
                            HindiAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("hu"),
                            words -> new HungarianLightStemFilter(lower(words)),
                            HungarianAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("id", "ms"),
                            words -> new IndonesianStemFilter(lower(words)),
                            IndonesianAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("it"),
                            words ->
                                    new ItalianLightStemFilter(
                                            elided(lower(words), Elisions.ITALIAN)),
                            ItalianAnalyzer::getDefaultStopSet),
                    // Scripts that part phrases, not words, and for which nobody here knows the
                    // words.
                    new Analysis(
                            Set.of("th", "lo", "km", "my"),
                            words -> new SyllableFilter(lower(words)),
                            Analysis::none),
                    new Analysis(
                            Set.of("ml", "te", "kn", "gu", "pa", "or"),
                            Analysis::indic,
                            Analysis::none),
                    new Analysis(
                            Set.of("ne"),
                            words ->
                                    snowball(
                                            new HindiNormalizationFilter(indic(words)),
                                            new NepaliStemmer()),
                            NepaliAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("no", "nb", "nn"),
                            words -> snowball(lower(words), new NorwegianStemmer()),
                            NorwegianAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("fa"),
                            words ->
                                    new PersianStemFilter(
                                            new PersianNormalizationFilter(
                                                    new ArabicNormalizationFilter(lower(words)))),
                            PersianAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("pl"),
                            words ->
                                    new StempelFilter(
                                            lower(words),
                                            new StempelStemmer(PolishAnalyzer.getDefaultTable())),
                            PolishAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("pt"),
                            words -> new PortugueseLightStemFilter(lower(words)),
                            PortugueseAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("ro"),
                            words ->
                                    snowball(
                                            new RomanianNormalizationFilter(lower(words)),
                                            new RomanianStemmer()),
                            RomanianAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("ru", "be"),
                            words -> snowball(lower(words), new RussianStemmer()),
                            RussianAnalyzer::getDefaultStopSet),
                    // Cyrillic and Latin letters of these languages become the same ones.
                    new Analysis(
                            Set.of("sr", "bs", "hr", "sh"),
                            words ->
                                    new SerbianNormalizationFilter(
                                            snowball(lower(words), new SerbianStemmer())),
                            SerbianAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("es", "gl"),
                            words -> new SpanishLightStemFilter(lower(words)),
                            SpanishAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("sv"),
                            words ->
                                    snowball(
                                            new ScandinavianNormalizationFilter(lower(words)),
                                            new SwedishStemmer()),
                            SwedishAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("ta"),
                            words -> snowball(indic(words), new TamilStemmer()),
                            TamilAnalyzer::getDefaultStopSet),
                    new Analysis(
                            Set.of("tr"),
                            words ->
                                    snowball(
                                            new TurkishLowerCaseFilter(new ApostropheFilter(words)),
                                            new TurkishStemmer()),
                            TurkishAnalyzer::getDefaultStopSet));

    TokenStream stems(TokenStream words) {
        return folded(stemming.apply(words));
    }

    private static TokenStream lower(TokenStream words) {
        return new LowerCaseFilter(words);
    }

    private static TokenStream indic(TokenStream words) {
        return new IndicNormalizationFilter(new LowerCaseFilter(words));
    }

    private static TokenStream folded(TokenStream words) {
        return new ASCIIFoldingFilter(words);
    }

    private static TokenStream elided(TokenStream words, CharArraySet articles) {
        return new ElisionFilter(words, articles);
    }

    private static TokenStream snowball(TokenStream words, SnowballStemmer stemmer) {
        return new SnowballFilter(words, stemmer);
    }

    private static CharArraySet none() {
        return CharArraySet.EMPTY_SET;
    }

    /** Articles that lean on the next word: {@code l'article}. */
    private static final class Elisions {
        static final CharArraySet FRENCH = FrenchAnalyzer.DEFAULT_ARTICLES;
        static final CharArraySet CATALAN = of("d", "l", "m", "n", "s", "t");
        static final CharArraySet ITALIAN =
                of(
                        "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl",
                        "agl", "dagl", "degl", "negl", "sugl", "un", "m", "t", "s", "v", "d");

        private static CharArraySet of(String... articles) {
            return CharArraySet.unmodifiableSet(new CharArraySet(Set.of(articles), true));
        }
    }
}
