package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// What payers allowed less than their contract says (KPI-28).
public final class UnderpaymentAmount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Underpayments",
                List.of("underpaid"),
                Unit.MONEY,
                Polarity.LOWER_IS_BETTER,
                "sum of (contract price − allowed) of lines where it is more than $5 and 2 %",
                "lines that a payer allowed something for, net of reversals, by the day of the last decision; allowed is paid and patient share; price from the contract row of payer, facility, code and day, never above the charge",
                "lines without a contract row (see the share that is priced), lines denied in full, overpayments",
                "metrics.md KPI-28",
                ClaimMeasures.UNDERPAID_LINES,
                Optional.empty(),
                "",
                Optional.of(
                        new Caveat(
                                "priced lines",
                                "only lines with a contract row; see underpayment_amount_coverage")),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.CONTRACT, Entity.REMITTANCE_LINE);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "rate",
                        definition()
                                .as(
                                        "Underpayment rate",
                                        Unit.RATE,
                                        "underpayments ÷ contract prices of priced lines",
                                        ClaimMeasures.UNDERPAID_LINES,
                                        Optional.of(ClaimMeasures.EXPECTED_ALLOWED),
                                        "no line has a contract price"),
                        Set.of(Entity.CONTRACT, Entity.REMITTANCE_LINE)),
                new Variant(
                        "coverage",
                        definition()
                                .as(
                                        "Lines with a contract price",
                                        Unit.RATE,
                                        "lines with a contract row ÷ lines that a payer allowed something for",
                                        ClaimMeasures.PRICED_LINES,
                                        Optional.of(ClaimMeasures.ALLOWED_LINES),
                                        "no line was decided in the period"),
                        Set.of(Entity.REMITTANCE_LINE)));
    }
}
