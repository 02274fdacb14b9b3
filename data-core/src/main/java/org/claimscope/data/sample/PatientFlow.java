package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.claimscope.data.sample.Department.Visit;

/// Who comes when: weekdays and weekends, winters and summers, and a little growth.
final class PatientFlow {
    private static final double WINTER_SWING = 0.07;
    private static final double YEARLY_GROWTH = 0.045;

    private final Randomness randomness;
    private final Period period;
    private final Roster roster;
    private final int encountersPerMonth;
    private final Map<Facility, List<Department>> departments = new EnumMap<>(Facility.class);

    PatientFlow(Randomness randomness, Period period, Roster roster, int encountersPerMonth) {
        this.randomness = randomness;
        this.period = period;
        this.roster = roster;
        this.encountersPerMonth = encountersPerMonth;
        Facility.ALL.forEach(f -> departments.put(f, f.departments()));
    }

    /// Tells every visit in the order of their first days.
    void visits(Consumer<Encounter> audience) {
        Map<Facility, Double> visitsPerBusyness = new EnumMap<>(Facility.class);
        for (Facility facility : Facility.ALL) {
            double total = 0;
            for (int day = 0; day < period.days(); day++) {
                total += busyness(facility, day);
            }
            double wanted = (double) encountersPerMonth * Period.MONTHS * facility.shareOfVisits;
            visitsPerBusyness.put(facility, wanted / total);
        }
        long number = 0;
        for (int day = 0; day < period.days(); day++) {
            Draw volume = randomness.of(Randomness.Stream.VOLUME, day);
            for (Facility facility : Facility.ALL) {
                int visits =
                        volume.rounded(
                                visitsPerBusyness.getOrDefault(facility, 0.0)
                                        * busyness(facility, day));
                for (int i = 0; i < visits; i++) {
                    number++;
                    audience.accept(
                            visit(
                                    number,
                                    "E" + (1_000_000 + number),
                                    facility,
                                    period.start().plusDays(day)));
                }
            }
        }
    }

    /// A facility that is open on a day, the busier ones more often.
    Facility openOn(LocalDate day, Draw draw) {
        boolean quiet = WorkingDays.isQuiet(day);
        return draw.weighted(Facility.ALL, f -> f.shareOfVisits * open(f, quiet));
    }

    /// One visit on a day at a facility.
    Encounter visit(long number, String id, Facility facility, LocalDate day) {
        Draw draw = randomness.of(Randomness.Stream.VISIT, number);
        boolean quiet = WorkingDays.isQuiet(day);
        Department department =
                draw.weighted(
                        departments.getOrDefault(facility, List.of()), d -> d.demand().on(quiet));
        EncounterType type = draw.weighted(department.visits(), Visit::share).type();
        People.Patient patient = roster.visitor(department, draw);
        return new Encounter(
                number,
                id,
                patient,
                roster.provider(department, draw),
                patient.payerOn(day),
                type,
                day,
                day.plusDays(nights(type, draw)),
                draw.oneOf(Codes.procedures(department)),
                draw.oneOf(Codes.diagnoses(department)));
    }

    private double busyness(Facility facility, int dayNumber) {
        LocalDate day = period.start().plusDays(dayNumber);
        boolean quiet = WorkingDays.isQuiet(day);
        double season =
                1 + WINTER_SWING * StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - 25) / 365.25);
        return open(facility, quiet) * season * (1 + YEARLY_GROWTH * dayNumber / 365.25);
    }

    private double open(Facility facility, boolean quiet) {
        double open = 0;
        for (Department department : departments.getOrDefault(facility, List.of())) {
            open += department.demand().on(quiet);
        }
        return open;
    }

    private static int nights(EncounterType type, Draw draw) {
        return switch (type) {
            case INPATIENT -> 1 + (int) Math.min(11, draw.logNormal(2.2, 0.6));
            case EMERGENCY -> draw.chance(0.12) ? 1 : 0;
            case OUTPATIENT, OFFICE, SURGERY, TELEMEDICINE -> 0;
        };
    }
}
