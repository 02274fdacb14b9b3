package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.sample.Randomness.Stream;
import org.jspecify.annotations.Nullable;

/// The notes of each visit: that they exist and when they were signed, never what they say. Most
/// are signed within days, some late, a few never; some visits have none.
final class Documentation {
    private static final double NO_NOTE = 0.012;
    private static final double NEVER_SIGNED = 0.008;
    private static final double SIGNED_LATE = 0.05;

    private final Randomness randomness;

    Documentation(Randomness randomness) {
        this.randomness = randomness;
    }

    /// @param signed null when nobody ever does
    record Note(
            String id,
            Encounter encounter,
            String type,
            LocalDate written,
            @Nullable LocalDate signed) {
        boolean isSignedOn(LocalDate day) {
            return signed != null && !signed.isAfter(day);
        }
    }

    /// All notes that a visit ever has.
    List<Note> of(Encounter encounter) {
        Draw draw = randomness.of(Stream.NOTES, encounter.number());
        if (draw.chance(NO_NOTE)) {
            return List.of();
        }
        var notes = new ArrayList<Note>();
        for (String type : types(encounter.type())) {
            LocalDate written =
                    type.equals("Discharge summary")
                            ? encounter.dischargeDate()
                            : encounter.serviceDate();
            notes.add(
                    new Note(
                            "N" + encounter.id().substring(1) + "-" + (notes.size() + 1),
                            encounter,
                            type,
                            written,
                            signed(draw, written)));
        }
        return notes;
    }

    private static @Nullable LocalDate signed(Draw draw, LocalDate written) {
        if (draw.chance(NEVER_SIGNED)) {
            return null;
        }
        return written.plusDays(
                draw.chance(SIGNED_LATE) ? draw.between(8, 45) : draw.between(0, 3));
    }

    private static List<String> types(EncounterType type) {
        return switch (type) {
            case INPATIENT -> List.of("History and physical", "Discharge summary");
            case SURGERY -> List.of("History and physical", "Operative note");
            case EMERGENCY -> List.of("Emergency department note");
            case OUTPATIENT, OFFICE, TELEMEDICINE -> List.of("Progress note");
        };
    }
}
