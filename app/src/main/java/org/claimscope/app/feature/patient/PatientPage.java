package org.claimscope.app.feature.patient;

import java.util.List;
import org.claimscope.app.widget.Table;

/// Everything the page of one patient shows; identifiers masked unless revealed.
///
/// @param key `source/id`; opens, never shown
/// @param facts name and value, in reading order
/// @param money who bore the charges; sums to them
/// @param claims newest first
/// @param ledger all accounts, oldest first
public record PatientPage(
        String key,
        String name,
        String about,
        boolean revealed,
        List<Fact> facts,
        List<Part> money,
        Table claims,
        Table ledger) {
    public record Fact(String name, String value) {}

    public record Part(String label, double value) {}

    public PatientPage {
        facts = List.copyOf(facts);
        money = List.copyOf(money);
    }

    /// Says nothing about the person.
    @Override
    public String toString() {
        return "PatientPage[•••]";
    }
}
