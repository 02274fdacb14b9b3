package org.claimscope.data.query;

/// What is known of one patient. Masked parts keep what helps to recognise them.
///
/// @param name `T••••, A••••` unless revealed
/// @param birth the year only, unless revealed
/// @param ssn the last four, always
/// @param number the sender's id, the last four unless revealed
public record Person(
        String name,
        String birth,
        String sex,
        String city,
        String state,
        String phone,
        String address,
        String ssn,
        String number,
        boolean revealed) {
    /// Says nothing about the person.
    @Override
    public String toString() {
        return "Person[•••]";
    }
}
