package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Codes.Procedure;
import org.claimscope.data.sample.Department.Economics;
import org.claimscope.data.sample.LedgerEntry.Charge;

/// Turns a visit into charge lines: what was done, for how much, and when somebody typed it in.
final class ChargeEntry {
    private static final List<Integer> LAG_DAYS = List.of(0, 1, 2, 3, 4, 5, 6);
    private static final List<Double> LAG_SHARES = List.of(.11, .20, .24, .19, .12, .08, .06);
    private static final double ENTERED_WRONG = 0.008;
    private static final Money CHEAPEST_LINE = new Money(12_00);

    private ChargeEntry() {}

    /// The lines as they end up on the bill.
    static List<Charge> lines(Encounter encounter, boolean late, Draw draw) {
        List<Procedure> offered = Codes.procedures(encounter.department());
        Economics economics = encounter.department().economics();
        boolean stay = encounter.type() == EncounterType.INPATIENT;
        int nights =
                (int)
                        (encounter.dischargeDate().toEpochDay()
                                - encounter.serviceDate().toEpochDay());
        int count = stay ? draw.between(2, 4) : draw.between(1, economics.mostLines());
        int delay = late ? draw.between(12, 40) : 0;
        // One clerk enters a visit in one go; only a stay is entered as it goes on.
        int visitLag = draw.weighted(LAG_DAYS, LAG_SHARES::get);
        var lines = new ArrayList<Charge>(count);
        for (int i = 0; i < count; i++) {
            Procedure procedure = i == 0 ? encounter.procedure() : draw.oneOf(offered);
            LocalDate service = encounter.serviceDate().plusDays(stay ? Math.min(i, nights) : 0);
            int lag = stay ? draw.weighted(LAG_DAYS, LAG_SHARES::get) : visitLag;
            double dollars =
                    draw.logNormal(economics.medianLine() * procedure.price(), economics.sigma())
                            * (stay ? 2.0 + nights : 1)
                            * (i == 0 ? 1 : 0.6);
            Money billed = new Money(Math.round(dollars * 100));
            lines.add(
                    new Charge(
                            service,
                            service.plusDays(lag + delay),
                            procedure,
                            billed.compareTo(CHEAPEST_LINE) < 0 ? CHEAPEST_LINE : billed));
        }
        return List.copyOf(lines);
    }

    /// Posts the lines. Now and then one is first entered with a wrong sum, reversed and entered
    /// again, all before the bill goes out.
    static void post(Story story, Draw draw) {
        for (Charge line : story.charges) {
            if (draw.chance(ENTERED_WRONG)) {
                Charge wrong =
                        new Charge(
                                line.serviceDate(),
                                line.postedDate(),
                                line.procedure(),
                                new Rate(draw.oneOf(List.of(0.1, 2.0, 10.0))).of(line.billed()));
                story.charge(wrong);
                story.charge(wrong.reversed(line.postedDate()));
            }
            story.charge(line);
        }
    }
}
