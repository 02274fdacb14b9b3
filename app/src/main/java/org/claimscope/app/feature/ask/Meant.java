package org.claimscope.app.feature.ask;

import org.claimscope.nlq.lexicon.TaughtWord;

/// Something that a word can mean, as a list shows it.
///
/// @param label such as `measure Denied dollars` or `payer Aetna`
record Meant(String label, TaughtWord.Meaning meaning) {
    @Override
    public String toString() {
        return label;
    }
}
