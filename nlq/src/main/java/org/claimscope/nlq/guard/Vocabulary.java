package org.claimscope.nlq.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.StopWords;
import org.claimscope.nlq.parse.Parser;
import org.claimscope.nlq.question.Tokens;

/// The words that tell nothing about anybody: the catalog's, the parser's, and plain English.
/// Everything else is hidden from models.
final class Vocabulary {
    /// Ordinary words that are also names of people: hidden where they are written as names.
    private static final Set<String> ALSO_NAMES =
            Set.of(
                    ("will bill mark rose grant drew sue case day price rich dean art hope grace faith joy may june april august "
                                    + "young long small short white black brown green king page stone chase west east north south "
                                    + "miles rob pat jack frank ray gene dale glen max carol dawn penny sandy summer autumn "
                                    + "hall park banks bond field fields church best post rank cash "
                                    + "law major early good little sharp strong wise moody noble savage swift"
                                    + " ward shift cook care love power street rice wade lane hunt holder hill brooks")
                            .split(" +"));

    private static final Set<String> MONTHS =
            Set.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "jan",
                    "feb",
                    "mar",
                    "apr",
                    "jun",
                    "jul",
                    "aug",
                    "sep",
                    "sept",
                    "oct",
                    "nov",
                    "dec");

    /// "Q2", "H1", "FY25".
    private static final Pattern PERIOD = Pattern.compile("q[1-4]|h[12]|[fc]y(?:20)?\\d\\d");

    private final Lexicon lexicon;
    private final Set<String> words;

    Vocabulary(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.words = new HashSet<>(lexicon.words());
        this.words.addAll(Parser.words());
        this.words.addAll(MONTHS);
    }

    /// @param word in small letters
    boolean has(String word) {
        if (word.length() == 1) {
            // Letter by letter, names can be spelled.
            return word.equals("a") || word.equals("i");
        }
        return known(word) || known(Tokens.stem(word)) || PERIOD.matcher(word).matches();
    }

    private boolean known(String word) {
        return words.contains(word) || StopWords.has(word) || PlainWords.has(word);
    }

    boolean alsoName(String word) {
        return ALSO_NAMES.contains(word) || ALSO_NAMES.contains(Tokens.stem(word));
    }

    boolean month(String word) {
        return MONTHS.contains(word);
    }

    /// Whether a phrase is one of the catalog's own.
    boolean phrase(String key) {
        return lexicon.sense(key).isPresent();
    }
}
