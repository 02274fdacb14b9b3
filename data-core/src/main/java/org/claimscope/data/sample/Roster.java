package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimscope.data.sample.Department.Suits;
import org.claimscope.data.sample.People.Coverage;
import org.claimscope.data.sample.People.Home;
import org.claimscope.data.sample.People.Patient;
import org.jspecify.annotations.Nullable;

/// Everybody there is: the providers of every department, the patients and their coverage.
final class Roster {
    private static final int FEWEST_PATIENTS = 400;
    private static final double PATIENTS_PER_MONTHLY_VISIT = 4.5;

    private final Period period;
    private final List<Patient> patients;
    private final Map<Department, List<Provider>> providers = new EnumMap<>(Department.class);
    private final Map<Facility, Map<Suits, List<Patient>>> near = new EnumMap<>(Facility.class);
    private final Map<Suits, List<Patient>> anywhere = new EnumMap<>(Suits.class);

    Roster(Randomness randomness, Period period, int encountersPerMonth) {
        this.period = period;
        hireProviders(randomness.of(Randomness.Stream.PROVIDERS, 0));
        int count =
                Math.max(FEWEST_PATIENTS, (int) (encountersPerMonth * PATIENTS_PER_MONTHLY_VISIT));
        var all = new ArrayList<Patient>(count);
        for (int n = 0; n < count; n++) {
            all.add(patient(n, randomness.of(Randomness.Stream.PATIENTS, n)));
        }
        patients = List.copyOf(all);
        for (Suits suits : Suits.values()) {
            anywhere.put(suits, patients.stream().filter(p -> fits(p, suits)).toList());
        }
        for (Facility facility : Facility.ALL) {
            Map<Suits, List<Patient>> here = new EnumMap<>(Suits.class);
            for (Suits suits : Suits.values()) {
                here.put(
                        suits,
                        among(suits).stream()
                                .filter(p -> p.home().facility() == facility)
                                .toList());
            }
            near.put(facility, here);
        }
    }

    List<Patient> patients() {
        return patients;
    }

    List<Provider> providers() {
        return providers.values().stream().flatMap(List::stream).toList();
    }

    Provider provider(Department department, Draw draw) {
        return draw.oneOf(providers.getOrDefault(department, List.of()));
    }

    /// Somebody the department treats, most often a regular of its facility.
    Patient visitor(Department department, Draw draw) {
        Suits suits = department.demand().suits();
        List<Patient> regulars =
                near.getOrDefault(department.facility, Map.of()).getOrDefault(suits, List.of());
        return draw.oneOfTheFirst(
                regulars.isEmpty() || draw.chance(0.12) ? among(suits) : regulars);
    }

    private List<Patient> among(Suits suits) {
        return anywhere.getOrDefault(suits, patients);
    }

    private boolean fits(Patient patient, Suits suits) {
        LocalDate anchor = period.anchor();
        return switch (suits) {
            case ANYONE -> true;
            case ADULTS -> patient.birth().isBefore(anchor.minusYears(20));
            case CHILDREN -> patient.birth().isAfter(anchor.minusYears(17));
            case WOMEN_20_TO_42 ->
                    patient.sex() == 'F'
                            && patient.birth().isBefore(anchor.minusYears(22))
                            && patient.birth().isAfter(anchor.minusYears(42));
        };
    }

    private void hireProviders(Draw draw) {
        int number = 1;
        for (Department department : Department.ALL) {
            var team = new ArrayList<Provider>();
            for (int i = 0; i < department.staff().providers(); i++) {
                team.add(
                        new Provider(
                                "PR" + (100 + number),
                                draw.oneOf(Names.first(draw.chance(0.5) ? 'F' : 'M')),
                                draw.oneOf(Names.LAST),
                                department,
                                Npi.of(100_000_000 + number * 2_003 + draw.between(0, 2_000)),
                                period.start().minusDays(draw.between(30, 900))));
                number++;
            }
            providers.put(department, List.copyOf(team));
        }
    }

    private Patient patient(int n, Draw draw) {
        char sex = draw.chance(0.53) ? 'F' : 'M';
        Facility facility = draw.weighted(Facility.ALL, f -> f.shareOfVisits);
        LocalDate birth = birth(facility, draw);
        String id = "P" + (100_000 + n);
        return new Patient(
                id,
                draw.oneOf(Names.first(sex)),
                draw.chance(0.55) ? draw.oneOf(Names.first(sex)) : null,
                draw.oneOf(Names.LAST),
                // 9xx is never issued, and the middle pairs below 50 are not taxpayer numbers.
                "9%02d-%02d-%04d".formatted(n / 10_000 % 100, draw.between(1, 49), n % 10_000),
                draw.oneOf(Names.AREA_CODES) + "-555-01" + "%02d".formatted(draw.between(0, 99)),
                sex,
                birth,
                new Home(facility, Names.address(draw), "001" + draw.between(10, 99)),
                coverages(id, facility, birth, draw),
                period.start().plusDays(draw.between(-400, 600)));
    }

    private LocalDate birth(Facility facility, Draw draw) {
        int youngest = 2 * 365 + 40;
        int days =
                switch (facility) {
                    case LARKFIELD ->
                            draw.chance(0.42)
                                    ? draw.between(65 * 365, 92 * 365)
                                    : draw.between(youngest, 65 * 365);
                    case MARSH_LANE ->
                            draw.chance(0.28)
                                    ? draw.between(youngest, 16 * 365)
                                    : draw.between(18 * 365, 84 * 365);
                    case QUAY -> draw.between(21 * 365, 80 * 365);
                };
        return period.anchor().minusDays(days);
    }

    private List<Coverage> coverages(
            String patientId, Facility facility, LocalDate birth, Draw draw) {
        var found = new ArrayList<Coverage>();
        Payer payer = Enrolment.payer(facility, birth, period.anchor(), draw);
        LocalDate from = period.start().minusDays(draw.between(60, 1_500));
        double fortune = draw.real(0, 1);
        if (payer == Payer.SELF_PAY) {
            return List.of();
        }
        if (fortune < 0.07) {
            LocalDate change = period.start().plusDays(draw.between(60, 660));
            found.add(coverage(patientId, 1, payer, 1, from, change.minusDays(1), draw));
            // The last two of a hundred lose their cover and come as self-pay from then on.
            if (fortune < 0.05) {
                Payer next = Enrolment.payer(facility, birth, period.anchor(), draw);
                if (next != Payer.SELF_PAY) {
                    found.add(coverage(patientId, 2, next, 1, change, null, draw));
                }
            }
        } else {
            found.add(coverage(patientId, 1, payer, 1, from, null, draw));
        }
        if (payer == Payer.MEDICARE && draw.chance(0.3)) {
            found.add(coverage(patientId, 3, Payer.TERN, 2, from, null, draw));
        }
        return List.copyOf(found);
    }

    private static Coverage coverage(
            String patientId,
            int number,
            Payer payer,
            int rank,
            LocalDate from,
            @Nullable LocalDate to,
            Draw draw) {
        return new Coverage(
                "CV" + patientId.substring(1) + "-" + number,
                payer,
                draw.oneOf(payer.plans()),
                "M" + draw.between(10_000_000, 99_999_999),
                rank,
                from,
                to,
                to == null ? from : to);
    }
}
