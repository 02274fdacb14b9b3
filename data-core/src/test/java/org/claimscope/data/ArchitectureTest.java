package org.claimscope.data;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Who may use whom inside this module, and what no class may do (house.md §1 and §6).
final class ArchitectureTest {
    private static final String ROOT = "org.claimscope.data";
    private static final Set<String> BASE = Set.of("model", "period", "error", "progress");

    /// What each package may use besides itself and the four at the bottom.
    private static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    Map.entry("model", Set.of()),
                    Map.entry("period", Set.of()),
                    Map.entry("error", Set.of()),
                    Map.entry("progress", Set.of()),
                    Map.entry("security", Set.of()),
                    Map.entry("audit", Set.of()),
                    Map.entry("source", Set.of()),
                    Map.entry("format", Set.of()),
                    Map.entry("cache", Set.of("security", "audit")),
                    Map.entry("sync", Set.of("source", "format", "cache", "audit")),
                    Map.entry("catalog", Set.of("cache.schema")),
                    Map.entry("kpi", Set.of("catalog")),
                    Map.entry("query", Set.of("catalog", "cache", "security", "audit")),
                    Map.entry("identity", Set.of("query", "cache", "sync", "audit")),
                    Map.entry("change", Set.of("catalog", "query")),
                    Map.entry("finding", Set.of("kpi", "catalog", "query", "cache", "audit")),
                    Map.entry("alert", Set.of("kpi", "catalog", "query", "cache", "audit")),
                    Map.entry("predict", Set.of("kpi", "catalog", "query", "cache", "audit")),
                    Map.entry("work", Set.of("kpi", "catalog", "query", "cache", "audit")),
                    Map.entry("coding", Set.of("kpi", "catalog", "query", "cache", "audit")),
                    Map.entry("sample", Set.of("format")));

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    private static Stream<JavaClass> written() {
        return OURS.stream().filter(c -> !c.getPackageName().startsWith(ROOT + ".cache.schema"));
    }

    /// The first part of a package's name below the root; empty for the front door.
    private static String part(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
    }

    @Test
    void packagesUseOnlyThePackagesBelowThem() {
        var wrong = new TreeSet<String>();
        var used = new TreeMap<String, Set<String>>();
        for (JavaClass from : OURS) {
            if (part(from).isEmpty()) {
                continue;
            }
            Set<String> allowed = ARROWS.get(part(from));
            if (allowed == null) {
                wrong.add(part(from) + " is not in the table of arrows");
                continue;
            }
            from.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getBaseComponentType())
                    .filter(to -> to.getPackageName().startsWith(ROOT))
                    .filter(to -> !part(to).equals(part(from)))
                    .forEach(to -> {
                        used.computeIfAbsent(part(from), p -> new TreeSet<>()).add(part(to));
                        boolean schema = to.getPackageName().startsWith(ROOT + ".cache.schema");
                        if (!BASE.contains(part(to))
                                && !allowed.contains(part(to))
                                && !(schema && allowed.contains("cache.schema"))) {
                            wrong.add(from.getName() + " uses " + to.getName());
                        }
                    });
        }
        assertEquals(Set.of(), wrong);
        assertTrue(used.size() >= 8, "too few arrows were seen: " + used);
    }

    @Test
    void onlyTheCacheHasAnEngineAndOnlyTheDatabaseSourceOpensOthersDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cache..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "org.h2..")
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cache..", ROOT + ".source.jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".source..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.sql.DriverManager.class)
                .check(OURS);
    }

    @Test
    void onlyItsSourceKnowsKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".source.kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(OURS);
    }

    @Test
    void onlyItsSourceSpeaksHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".source.fhir..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(OURS);
    }

    @Test
    void nothingIsPrintedAndNoLoggerButSlf4jIsUsed() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(OURS);
    }

    @Test
    void nothingIsSerializedByJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectOutputStream")
                .check(OURS);
    }

    @Test
    void noFieldIsInjectedAndNoStateIsStatic() {
        noFields().should().beAnnotatedWith("javax.inject.Inject").check(OURS);
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(OURS);
        fields().that().areStatic().should().beFinal().check(OURS);
        // Final is not enough: what can be filled is state.
        var mutable =
                written()
                        .flatMap(c -> c.getFields().stream())
                        .filter(f ->
                                f.getModifiers()
                                        .contains(
                                                com.tngtech.archunit.core.domain.JavaModifier
                                                        .STATIC))
                        .filter(f ->
                                f.getRawType().getName().startsWith("java.util.concurrent")
                                        || Set.of(
                                                        "java.util.ArrayList", "java.util.HashMap",
                                                        "java.util.HashSet", "java.util.TreeMap",
                                                        "java.lang.StringBuilder",
                                                                "java.lang.ThreadLocal")
                                                .contains(f.getRawType().getName()))
                        .map(f -> f.getFullName())
                        .toList();
        assertEquals(List.of(), mutable);
    }

    @Test
    void namesSayWhatAThingIs() {
        var vague =
                written()
                        .map(JavaClass::getSimpleName)
                        .filter(n -> n.matches(".*(Manager|Helper|Utils?|Impl)|Abstract.*"))
                        .toList();
        assertEquals(List.of(), vague);
    }

    @Test
    void timeComesFromAClock() {
        for (Class<?> type : List.of(java.time.Instant.class, java.time.LocalDate.class)) {
            noClasses()
                    .that()
                    // The backup has no workspace open, and tells the time only to who comes
                    // second.
                    .haveSimpleNameNotEndingWith("WorkspaceBackup")
                    .should()
                    .callMethod(type, "now")
                    .check(OURS);
        }
    }

    @Test
    void theFourAtTheBottomUseNoLibrary() {
        classes()
                .that()
                .resideInAnyPackage(
                        BASE.stream().map(p -> ROOT + "." + p + "..").toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(
                                        BASE.stream().map(p -> ROOT + "." + p + ".."),
                                        Stream.of("java..", "org.jspecify.."))
                                .toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws ClassNotFoundException {
        var names =
                OURS.stream()
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toCollection(TreeSet::new));
        var unmarked = new ArrayList<String>();
        for (String name : names) {
            boolean generated = name.startsWith(ROOT + ".cache.schema");
            if (!generated && !marked(name)) {
                unmarked.add(name);
            }
        }
        assertEquals(List.of(), unmarked);
        assertTrue(names.size() > 12, names.toString());
    }

    private static boolean marked(String packageName) {
        try {
            Class<?> info = Class.forName(packageName + ".package-info");
            return Arrays.stream(info.getAnnotations())
                    .anyMatch(a -> a.annotationType().equals(NullMarked.class));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
