package org.claimscope.data.sample;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Which procedure and diagnosis codes each department uses.
///
/// Procedure codes are bare numbers with a category of our own; their descriptors belong to others
/// and are not here. Within a department the later codes are the dearer ones.
final class Codes {
    private static final Map<Department, List<Procedure>> PROCEDURES =
            byDepartment(Codes::procedureTable);
    private static final Map<Department, List<Diagnosis>> DIAGNOSES =
            byDepartment(Codes::diagnosisTable);

    private Codes() {}

    record Procedure(String code, String category, double price) {}

    record Diagnosis(String code, String label) {}

    static List<Procedure> procedures(Department department) {
        return PROCEDURES.getOrDefault(department, List.of());
    }

    static List<Diagnosis> diagnoses(Department department) {
        return DIAGNOSES.getOrDefault(department, List.of());
    }

    private static List<Procedure> procedureTable(Department department) {
        return switch (department) {
            case EMERGENCY ->
                    priced("Emergency visit", "99281", "99282", "99283", "99284", "99285");
            case MEDICINE ->
                    priced(
                            "Hospital day",
                            "99231",
                            "99238",
                            "99232",
                            "99239",
                            "99233",
                            "99221",
                            "99222",
                            "99223");
            case SURGERY ->
                    priced("Operation", "12001", "19301", "49505", "44950", "47562", "44120");
            case IMAGING ->
                    priced(
                            "Imaging", "71046", "73030", "76700", "70450", "74177", "73721",
                            "72148", "70551", "78452");
            case LABORATORY ->
                    priced("Laboratory", "85025", "87086", "80061", "83036", "80053", "84443");
            case CARDIOLOGY -> priced("Heart", "93000", "93015", "93306", "93458", "92928");
            case MATERNITY -> priced("Maternity", "59025", "76805", "59409", "59400", "59510");
            case ONCOLOGY -> priced("Infusion", "96365", "96415", "96413", "77386", "J9271");
            case THERAPY -> priced("Therapy", "97110", "97140", "97112", "97530", "97161");
            case FAMILY ->
                    priced(
                            "Office visit",
                            "90471",
                            "99212",
                            "99213",
                            "99203",
                            "99214",
                            "99396",
                            "G0439");
            case PEDIATRICS -> priced("Child visit", "90460", "99391", "99392", "99393", "99394");
            case DERMATOLOGY -> priced("Skin procedure", "17110", "17000", "11102", "11400");
            case BEHAVIORAL -> priced("Counseling", "90853", "90832", "90834", "90837", "90791");
            case ORTHOPEDICS ->
                    priced("Joint procedure", "20610", "64721", "29881", "29827", "27447");
            case EYE -> priced("Eye procedure", "65855", "66821", "67028", "66984");
            case ENDOSCOPY -> priced("Endoscopy", "43235", "45378", "43239", "45380", "45385");
        };
    }

    private static List<Diagnosis> diagnosisTable(Department department) {
        return switch (department) {
            case EMERGENCY ->
                    List.of(
                            new Diagnosis("R07.9", "Chest pain"),
                            new Diagnosis("R10.9", "Belly pain"),
                            new Diagnosis("S93.401A", "Ankle sprain, right, first visit"),
                            new Diagnosis("S01.81XA", "Cut of the head, first visit"),
                            new Diagnosis("R55", "Fainting"));
            case MEDICINE ->
                    List.of(
                            new Diagnosis("J18.9", "Pneumonia"),
                            new Diagnosis("I50.9", "Heart failure"),
                            new Diagnosis("N39.0", "Urinary infection"),
                            new Diagnosis("A41.9", "Sepsis"),
                            new Diagnosis("J44.1", "Lung disease flare-up"));
            case SURGERY ->
                    List.of(
                            new Diagnosis("K80.20", "Gallstones"),
                            new Diagnosis("K35.80", "Appendicitis"),
                            new Diagnosis("K40.90", "Groin hernia"),
                            new Diagnosis("K56.609", "Bowel blockage"));
            case IMAGING ->
                    List.of(
                            new Diagnosis("M54.50", "Low back pain"),
                            new Diagnosis("M25.561", "Knee pain, right"),
                            new Diagnosis("R51.9", "Headache"),
                            new Diagnosis("R91.1", "Lung nodule"),
                            new Diagnosis("M25.511", "Shoulder pain, right"));
            case LABORATORY ->
                    List.of(
                            new Diagnosis("E78.5", "High blood lipids"),
                            new Diagnosis("E03.9", "Underactive thyroid"),
                            new Diagnosis("D64.9", "Anemia"),
                            new Diagnosis("R73.03", "Prediabetes"));
            case CARDIOLOGY ->
                    List.of(
                            new Diagnosis("I25.10", "Coronary artery disease"),
                            new Diagnosis("I48.91", "Atrial fibrillation"),
                            new Diagnosis("I35.0", "Aortic valve narrowing"),
                            new Diagnosis("R00.2", "Palpitations"));
            case MATERNITY ->
                    List.of(
                            new Diagnosis("O80", "Uncomplicated birth"),
                            new Diagnosis("Z34.80", "Pregnancy check"),
                            new Diagnosis("O24.410", "Pregnancy diabetes, diet"));
            case ONCOLOGY ->
                    List.of(
                            new Diagnosis("C18.9", "Colon cancer"),
                            new Diagnosis("C34.90", "Lung cancer"),
                            new Diagnosis("Z51.11", "Chemotherapy visit"));
            case THERAPY ->
                    List.of(
                            new Diagnosis("M17.11", "Knee arthritis, right"),
                            new Diagnosis("M62.81", "Muscle weakness"),
                            new Diagnosis("R26.89", "Trouble walking"));
            case FAMILY ->
                    List.of(
                            new Diagnosis("I10", "High blood pressure"),
                            new Diagnosis("E11.9", "Type 2 diabetes"),
                            new Diagnosis("J06.9", "Cold"),
                            new Diagnosis("Z00.00", "Adult check-up"),
                            new Diagnosis("K21.9", "Acid reflux"));
            case PEDIATRICS ->
                    List.of(
                            new Diagnosis("Z00.129", "Child check-up"),
                            new Diagnosis("H66.91", "Ear infection, right"),
                            new Diagnosis("J02.9", "Sore throat"),
                            new Diagnosis("J45.909", "Asthma"));
            case DERMATOLOGY ->
                    List.of(
                            new Diagnosis("L57.0", "Sun-damaged skin"),
                            new Diagnosis("L82.1", "Harmless skin growth"),
                            new Diagnosis("B07.9", "Wart"));
            case BEHAVIORAL ->
                    List.of(
                            new Diagnosis("F41.1", "Anxiety"),
                            new Diagnosis("F33.1", "Depression, recurrent"),
                            new Diagnosis("F43.23", "Adjustment disorder"),
                            new Diagnosis("F90.0", "Attention deficit"));
            case ORTHOPEDICS ->
                    List.of(
                            new Diagnosis("M23.91", "Knee derangement, right"),
                            new Diagnosis("M75.101", "Rotator cuff tear, right"),
                            new Diagnosis("G56.01", "Carpal tunnel, right"));
            case EYE ->
                    List.of(
                            new Diagnosis("H25.11", "Cataract, right"),
                            new Diagnosis("H40.1111", "Glaucoma, right, mild"),
                            new Diagnosis("H35.3211", "Macular degeneration, right, active"));
            case ENDOSCOPY ->
                    List.of(
                            new Diagnosis("Z12.11", "Colon cancer screening"),
                            new Diagnosis("K63.5", "Colon polyp"),
                            new Diagnosis("K29.70", "Stomach inflammation"));
        };
    }

    /// Every code once, in the order of the codes.
    static List<Procedure> allProcedures() {
        Map<String, Procedure> byCode = new TreeMap<>();
        for (Department department : Department.ALL) {
            procedures(department).forEach(p -> byCode.putIfAbsent(p.code(), p));
        }
        return List.copyOf(byCode.values());
    }

    static List<Diagnosis> allDiagnoses() {
        Map<String, Diagnosis> byCode = new TreeMap<>();
        for (Department department : Department.ALL) {
            diagnoses(department).forEach(d -> byCode.putIfAbsent(d.code(), d));
        }
        return List.copyOf(byCode.values());
    }

    private static <T> Map<Department, List<T>> byDepartment(Function<Department, List<T>> table) {
        Map<Department, List<T>> all = new EnumMap<>(Department.class);
        Department.ALL.forEach(department -> all.put(department, table.apply(department)));
        return Collections.unmodifiableMap(all);
    }

    private static List<Procedure> priced(String category, String... codes) {
        double middle = (codes.length - 1) / 2.0;
        Procedure[] procedures = new Procedure[codes.length];
        for (int i = 0; i < codes.length; i++) {
            procedures[i] = new Procedure(codes[i], category, 1 + 0.5 * (i - middle) / middle);
        }
        return List.of(procedures);
    }
}
