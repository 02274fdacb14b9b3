package org.claimscope.data.sample;

import java.util.List;
import org.claimscope.data.model.Money;

/// Who pays, on what terms, how fast, and how often they refuse.
enum Payer {
    HERON("PAY1", "Heron Mutual", "Commercial", 0.61, 16, 29, 90, 0.136),
    CURLEW("PAY2", "Curlew Health Plan", "Commercial", 0.56, 18, 31, 120, 0.126),
    PLOVER("PAY3", "Plover Advantage", "Medicare Advantage", 0.46, 18, 30, 180, 0.132),
    TERN("PAY4", "Tern Commercial", "Commercial", 0.68, 15, 26, 180, 0.111),
    MEDICARE("PAY5", "Medicare sample", "Medicare", 0.45, 14, 20, 365, 0.090),
    MEDICAID("PAY6", "Medicaid sample", "Medicaid", 0.37, 24, 42, 180, 0.142),
    /// Nobody but the patient. The rate is the discount schedule for people without insurance.
    SELF_PAY("PAY7", "Self-pay", "Self-pay", 0.50, 0, 0, 0, 0);

    static final List<Payer> ALL = List.of(values());

    final String id;
    final String label;
    final String type;
    final int filingLimitDays;
    final double denialRate;
    private final double allowedRate;
    private final int fastestDays;
    private final int slowestDays;

    /// @param allowedRate the contract: share of the billed charge that is allowed
    /// @param fastestDays from submission to the first answer
    /// @param filingLimitDays from service to the last day a first claim is taken; 0 for nobody
    Payer(
            String id,
            String label,
            String type,
            double allowedRate,
            int fastestDays,
            int slowestDays,
            int filingLimitDays,
            double denialRate) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.allowedRate = allowedRate;
        this.fastestDays = fastestDays;
        this.slowestDays = slowestDays;
        this.filingLimitDays = filingLimitDays;
        this.denialRate = denialRate;
    }

    List<String> plans() {
        return switch (this) {
            case HERON, CURLEW -> List.of(label + " PPO", label + " HMO");
            case PLOVER -> List.of(label + " Choice", label + " Dual");
            case TERN -> List.of(label + " Silver", label + " Gold");
            case MEDICARE -> List.of("Medicare sample A and B");
            case MEDICAID -> List.of("Medicaid sample managed care");
            case SELF_PAY -> List.of();
        };
    }

    /// What the contract allows for a charge in a department. Exact, with no noise: a smaller
    /// allowed sum is an underpayment.
    Money allowedFor(Money billed, Department department) {
        return new Rate(contractRate(department)).of(billed);
    }

    double contractRate(Department department) {
        return this == SELF_PAY ? allowedRate : allowedRate * department.economics().rateTilt();
    }

    int daysToRule(Draw draw) {
        return draw.between(fastestDays, slowestDays);
    }

    /// The kind of its claims (837 SBR09, 835 CLP06).
    String filingCode() {
        return switch (this) {
            case HERON, TERN, SELF_PAY -> "12";
            case CURLEW -> "HM";
            case PLOVER -> "16";
            case MEDICARE -> "MB";
            case MEDICAID -> "MC";
        };
    }

    boolean isCommercial() {
        return switch (this) {
            case HERON, CURLEW, TERN -> true;
            case PLOVER, MEDICARE, MEDICAID, SELF_PAY -> false;
        };
    }
}
