package org.claimscope.data.sample;

import org.claimscope.data.model.Money;

/// A share of a sum of money, rounded to the cent.
record Rate(double share) {
    Money of(Money whole) {
        return new Money(Math.round(whole.cents() * share));
    }
}
