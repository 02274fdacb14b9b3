package org.claimscope.nlq.lexicon;

/// What somebody here calls a measure, a dimension or a member, beyond the catalog's words.
///
/// @param phrase one to four words
public record TaughtWord(String phrase, Meaning meaning) {
    /// What it stands for.
    public sealed interface Meaning {
        /// A measure of the catalog.
        record OfMeasure(String id) implements Meaning {}

        /// Something to split by.
        record OfDimension(String id) implements Meaning {}

        /// One member, as the data write it.
        record OfMember(Member member) implements Meaning {}
    }

    /// @param lexicon that has labels
    public String words(Lexicon lexicon) {
        return switch (meaning) {
            case Meaning.OfMeasure(String id) -> lexicon.label(id);
            case Meaning.OfDimension(String id) -> lexicon.label(id);
            case Meaning.OfMember(Member(String dimension, String value)) ->
                    lexicon.label(dimension) + " " + value;
        };
    }
}
