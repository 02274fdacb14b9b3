package org.claimscope.nlq.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the field calls measures and dimensions beyond the catalog's own labels and synonyms.
final class FieldWords {
    /// Catalog words that mean something else in a sentence: "A/R over 90 days" is a condition on
    /// A/R, "paid" and "billed" are often a status or a date, and counted things are entities.
    static final Set<String> NOT_IN_QUESTIONS =
            Set.of(
                    "a/r over 90 days",
                    "ar over 90",
                    "over 90",
                    "aged ar",
                    "claims",
                    "claims submitted",
                    "patients",
                    "encounters",
                    "visits",
                    "stays",
                    "people seen",
                    "write-offs and contractuals",
                    "unit",
                    "insurance",
                    "share denied");

    private FieldWords() {}

    static Map<String, List<String>> measures() {
        return Map.ofEntries(
                words(
                        "charges",
                        "charge, gross charges, total charges, billed charges, billed amount, amount billed, billings, charge amount, charge dollars, charged, billed, gross charge"),
                words(
                        "payments",
                        "payment, cash, cash collected, cash collections, collections, collected, receipts, amount paid, paid amount, amount collected, reimbursement, net payments, payment amount, money collected, dollars collected, dollars paid, payment dollars, paid, pay, collect, cash receipts, payments received, reimbursed, reimburse, reimbursements, reimburses, pays, paying, paying us, pay us, paid us, pays us"),
                words(
                        "adjustments",
                        "adjustment, adjusted amount, adjustment amount, adjustment dollars, amount adjusted, allowances"),
                words(
                        "ar_balance",
                        "ar, accounts receivable, receivables, ar balance, open ar, outstanding ar, open balance, outstanding balance, balance, total ar, balance due, ar total, outstanding receivables, open receivables, unpaid balance, accounts receivable balance, receivables balance, ar dollars, outstanding, owed, owe, outstanding amount, amount outstanding, amount owed, owing, owes"),
                words(
                        "denial_rate",
                        "denial rate, initial denial rate, rate of denial, denial percentage, percent denied, % denied, percent of claims denied, percentage of claims denied, % of claims denied, share of claims denied, denial %, denial percent, claim denial rate, proportion of claims denied, percentage of denied claims, share of denied claims"),
                words(
                        "denied_amount",
                        "denied amount, denied dollars, denial dollars, dollars denied, denied charges, amount denied, value of denials, denial amount, dollar value of denials, dollar amount of denials, money denied, denied money, denied revenue, dollars of denials, denials in dollars, value of denied claims, denied claim dollars, denial $, dollar amount of denied claims, dollar value of denied claims"),
                words(
                        "clean_claim_rate",
                        "clean claim rate, ccr, clean claim percentage, clean claim %, clean rate, percent of clean claims, percentage of clean claims"),
                words(
                        "net_collection_rate",
                        "net collection rate, ncr, net collection ratio, net collection percentage, adjusted collection rate, net collection, net collection %"),
                words(
                        "gross_collection_rate",
                        "gross collection rate, gcr, gross collection ratio, gross collection percentage, gross collection, gross collection %"),
                words(
                        "days_in_ar",
                        "days in ar, ar days, days in accounts receivable, dar, dso, days sales outstanding, days in receivables, days ar, gross days in ar, receivable days"),
                words("ar_over_90_pct", String.join(", ", over90())),
                words(
                        "first_pass_yield",
                        "first pass yield, fpy, first pass rate, first pass resolution rate, fprr, first pass payment rate, first pass resolution, first pass"),
                words(
                        "charge_lag_days",
                        "charge lag, charge lag days, charge entry lag, days to charge entry, lag days for charges, charge posting lag"),
                words(
                        "bill_lag_days",
                        "bill lag, billing lag, bill lag days, days to bill, lag to bill, billing lag days, claim lag, submission lag, take to bill, take us to bill, to bill after discharge, bill after discharge, to bill, to bill a claim, to bill claims, discharge to bill, bill out, bills out, get bill out, get the bill out, get the bills out"),
                words(
                        "days_to_pay",
                        "days to pay, time to pay, payment lag, days to payment, time to payment, payer turnaround, payment turnaround, average days to pay, avg days to pay, average time to pay, take to pay, to pay, payment lag days, days to get paid, take to pay us, take to pay claims, paying claims, average days to payment, submission to payment, from submission to payment, days from submission to payment, takes to pay, takes to pay us"),
                words(
                        "dnfb_amount",
                        "dnfb, discharged not final billed, dnfb amount, dnfb dollars, discharged but not final billed, dnfb balance, discharged but not billed"),
                words("credit_balance", "credit balance, credits, credit balance amount"),
                words(
                        "underpayment_amount",
                        "underpayment, underpaid amount, underpaid, underpayment amount, contract variance, payment variance, underpaid dollars, underpaying, underpay, underpays, short paid, shortpaid, short payment, paid below contract"),
                words(
                        "appeal_overturn_rate",
                        "appeal overturn rate, overturn rate, appeal success rate, appeal win rate, appeals overturned, overturn rate for appeals, overturn rate of appeals, share of appeals overturned, percent of appeals overturned, percentage of appeals overturned"),
                words(
                        "transaction_count",
                        "transaction, ledger transaction, ledger rows, ledger entries, transaction count, transaction volume, number of transactions"),
                words(
                        "encounter_count",
                        "encounter count, encounter volume, visit volume, visit count"),
                words("claim_count", "claim count, claim volume, claims volume"),
                words(
                        "patient_count",
                        "patient count, patient volume, unique patients, distinct patients, people seen"),
                words("claim_billed", "claim billed amount, billed on claims"),
                words("claim_paid", "claim paid amount, paid on claims"),
                words(
                        "denial_rate_dollars",
                        "dollar denial rate, denial rate in dollars, denial rate by dollars"),
                words("rework_rate", "rework rate, claim rework rate, resubmission rate"),
                words(
                        "first_pass_yield_dollars",
                        "first pass yield in dollars, first pass yield dollars"),
                words(
                        "dnfb_days",
                        "dnfb days, dnfb in days, days in dnfb, days discharged not final billed"),
                words(
                        "fbns_days",
                        "fbns days, fbns in days, days in fbns, final billed not submitted, fbns"),
                words("dnsp_days", "dnsp days, dnsp in days, days in dnsp, dnsp"),
                words("late_charge_rate", "late charges, late charge rate, late charge percentage"),
                words(
                        "point_of_service_cash",
                        "point of service cash, pos cash, point of service collections, pos collections"),
                words(
                        "denial_write_off_rate",
                        "denial write off rate, denial write offs as a share of net revenue"),
                words("cash_to_net_revenue", "cash to net revenue, cash collection of net revenue"),
                words("bad_debt_rate", "bad debt rate, bad debt percentage"),
                words("charity_rate", "charity rate, charity care rate"),
                words("cost_to_collect", "cost to collect"),
                words("appeal_count", "appeal, number of appeals, appeal count"));
    }

    /// Words that leave open which measure is meant.
    static Map<String, List<String>> ambiguous() {
        return Map.ofEntries(
                words("collection rate", "net_collection_rate, gross_collection_rate"),
                words("collection ratio", "net_collection_rate, gross_collection_rate"),
                words("collection percentage", "net_collection_rate, gross_collection_rate"),
                words("revenue", "charges, payments"),
                words("income", "charges, payments"),
                words("lag", "charge_lag_days, bill_lag_days, days_to_pay"),
                words("lag days", "charge_lag_days, bill_lag_days, days_to_pay"),
                words("turnaround", "bill_lag_days, days_to_pay"),
                words("turnaround time", "bill_lag_days, days_to_pay"),
                words("volume", "claim_count, encounter_count, patient_count"),
                words("yield", "first_pass_yield, net_collection_rate"),
                words("aged ar", "ar_balance, ar_over_90_pct"));
    }

    /// Dimensions that the catalog names otherwise, or not yet.
    static Map<String, List<String>> dimensions() {
        return Map.ofEntries(
                words("plan", "plan, health plan, insurance plan"),
                words(
                        "payer",
                        "insurance company, insurance companies, insurance carrier, carrier, insurance, payer name"),
                words(
                        "provider",
                        "rendering provider, attending, doc, practitioner, billing provider"),
                words("department", "dept, service line"),
                words(
                        "denial_category",
                        "denial category, denial type, category of denial, denial class"),
                words(
                        "documentation_status",
                        "documentation status, documentation, billing documentation, doc status"),
                words(
                        "denial_reason",
                        "denial reason, denial code, carc, carc code, reason code, reason for denial, reason for denials, denied reason, denial reason code, reason, adjustment reason, adjustment reason code"),
                words(
                        "procedure",
                        "procedure, procedure code, cpt, cpt code, hcpcs, hcpcs code, service code"),
                words(
                        "diagnosis",
                        "diagnosis, diagnoses, diagnosis code, icd, icd code, icd 10, icd 10 code, icd10, dx, dx code"),
                words("financial_class", "financial class, fin class, financial classes"),
                words(
                        "payer_type",
                        "payer type, payer class, payer category, type of payer, insurance type, payer mix"),
                words(
                        "encounter_type",
                        "encounter type, visit class, patient class, type of encounter, type of visit, encounter class"),
                words("visit_type", "visit type"),
                words(
                        "adjustment_type",
                        "adjustment type, type of adjustment, adjustment category"),
                words(
                        "aging_bucket",
                        "aging bucket, aging, age bucket, bucket, ar aging bucket, aging category, age band"),
                words("claim_status", "claim status, status of claim, status of the claim, status"),
                words(
                        "specialty",
                        "specialty, speciality, provider specialty, physician specialty, doctor specialty, clinical specialty, specialty of provider"),
                words("source", "source, feed, source system, data source"),
                words("facility", "facility, hospital, site, location, campus, clinic"));
    }

    private static List<String> over90() {
        var all = new ArrayList<String>();
        for (String share :
                List.of("%", "percent", "percentage", "pct", "share", "proportion", "portion")) {
            for (String of :
                    List.of(
                            "of ar",
                            "of our ar",
                            "of the ar",
                            "of receivables",
                            "of accounts receivable",
                            "of total ar",
                            "ar",
                            "")) {
                for (String over :
                        List.of(
                                "over 90",
                                "older than 90",
                                "above 90",
                                "past 90",
                                "aged over 90",
                                "greater than 90",
                                "beyond 90",
                                "are over 90",
                                "> 90",
                                "that is over 90",
                                "is over 90")) {
                    all.add((share + " " + of + " " + over).replace("  ", " "));
                    all.add((share + " " + of + " " + over + " days").replace("  ", " "));
                }
            }
        }
        for (String tail : List.of("percent", "percentage", "pct", "rate", "%")) {
            all.add("ar over 90 " + tail);
            all.add("ar over 90 days " + tail);
        }
        return all;
    }

    private static Map.Entry<String, List<String>> words(String id, String list) {
        return Map.entry(id, List.of(list.split(", ")));
    }
}
