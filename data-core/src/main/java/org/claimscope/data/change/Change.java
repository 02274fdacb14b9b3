package org.claimscope.data.change;

import java.util.List;
import org.claimscope.data.catalog.Dimension;

/// How a figure became another, split by the members of one dimension. The effects sum to `now -
/// before`, to the rounding of floating point.
///
/// @param measure id of the KPI
/// @param by the dimension whose members are told apart
/// @param before the figure of the earlier period, in the KPI's unit
/// @param now the figure of the later one
/// @param effects the common ones first, then the members', the largest first
public record Change(
        String measure, Dimension by, double before, double now, List<Effect> effects) {
    public Change {
        effects = List.copyOf(effects);
    }

    public double total() {
        return now - before;
    }

    /// One cause of the change.
    ///
    /// @param key the member's key, as filters take it; empty where the effect is nobody's own
    /// @param label the member's name; empty where the effect is nobody's own
    /// @param amount signed, in the KPI's unit
    public record Effect(Kind kind, String key, String label, double amount) {
        static Effect common(Kind kind, double amount) {
            return new Effect(kind, "", "", amount);
        }
    }

    /// What sort of cause an effect is.
    public enum Kind {
        /// There was more or less to count, at the earlier mix and the earlier rate.
        VOLUME,
        /// The members' shares moved, at their earlier rates.
        MIX,
        /// The member's own figure moved: its rate where the KPI is a rate or has a volume, else
        /// its sum.
        MEMBER,
        /// Rows that count for several members, or for none, so that the members do not add up.
        OVERLAP
    }
}
