package org.claimscope.nlq.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.claimscope.nlq.question.Tokens;

/// What the field calls members that every feed has under one name or another: where the data say
/// "Timely filing", "TFL" is that. A word counts only where the data have the member.
final class MemberWords {
    private static final Map<String, List<String>> ALIKE =
            Map.of(
                    "denial_category",
                    List.of(
                            "timely filing, tfl, timely, untimely filing, late filing, filing limit, timely filing limit",
                            "authorization, auth, prior auth, preauth, prior authorization, precert, precertification, no auth",
                            "eligibility, elig, coverage terminated, not eligible, ineligible",
                            "medical necessity, medical need, med nec, mednec, medically unnecessary, not medically necessary",
                            "duplicate, dup, dupe, duplicate claim",
                            "coordination of benefits, other payer, cob",
                            "missing information, information, missing info, lack of information",
                            "non covered, not covered, noncovered, non covered service, noncovered service",
                            "coding, coding error",
                            "bundling, bundled, unbundling, bundle"),
                    "financial_class",
                    List.of(
                            "self pay, selfpay, sp, uninsured, private pay",
                            "workers comp, workers compensation, worker compensation, work comp, workman comp, wc",
                            "medicare, mcr",
                            "medicaid, mcd",
                            "medicare advantage, ma",
                            "auto, no fault, mva, motor vehicle accident, auto accident",
                            "tricare, champus"),
                    "encounter_type",
                    List.of(
                            "inpatient, ip, inpt",
                            "outpatient, op, outpt",
                            "emergency, ed, er, emergency room, emergency department",
                            "observation, obs",
                            "telehealth, tele, telemedicine, virtual"),
                    "claim_status",
                    List.of("pending, pended, in process", "rejected, rej", "voided, void"),
                    "adjustment_type",
                    List.of("small balance, small bal", "takeback, take back, recoupment, recoup"));

    private MemberWords() {}

    /// Other words for a member.
    ///
    /// @param key what the data call it, as [Tokens#key] writes it
    static Set<String> of(String dimension, String key) {
        var all = new TreeSet<String>();
        for (String group : ALIKE.getOrDefault(dimension, List.of())) {
            List<String> keys = List.of(group.split(", ")).stream().map(Tokens::key).toList();
            if (keys.contains(key)) {
                all.addAll(keys);
            }
        }
        return all;
    }
}
