package org.claimscope.data.query;

import java.util.List;

/// What is known of one patient. Masked parts keep what helps to recognise them.
///
/// @param key `source/id`, of whom the number asked for was merged into
/// @param name `T••••, A••••` unless revealed
/// @param birth the year only, unless revealed
/// @param ssn the last four, always
/// @param number the sender's id, the last four unless revealed
/// @param merged numbers that were merged into this one, as `number` is shown
public record Person(
        String key,
        String name,
        String birth,
        String sex,
        String city,
        String state,
        String postalCode,
        String phone,
        String address,
        String ssn,
        String number,
        List<String> merged,
        boolean revealed) {
    public Person {
        merged = List.copyOf(merged);
    }

    /// Says nothing about the person.
    @Override
    public String toString() {
        return "Person[•••]";
    }
}
