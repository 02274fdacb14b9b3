package org.claimscope.nlq.guard;

import java.time.LocalDate;

/// How much was asked of models, by day; kept between starts by whoever implements it.
public interface Spending {
    Spent on(LocalDate day);

    void add(LocalDate day, int calls, long tokens);

    /// @param tokens both ways
    record Spent(int calls, long tokens) {
        public static final Spent NOTHING = new Spent(0, 0);
    }
}
