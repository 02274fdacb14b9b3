package org.claimscope.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.claimscope.app.feature.Features;
import org.claimscope.app.present.PageId;
import org.claimscope.app.shell.Feature;
import org.junit.jupiter.api.Test;

/// The arrows between modules, and what keeps pages testable.
final class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.claimscope");

    @Test
    void dataCoreAndChartsKnowNothingOfEachOtherOrTheApp() {
        noClasses()
                .that()
                .resideInAPackage("org.claimscope.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.claimscope.app..", "org.claimscope.charts..", "javafx..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("org.claimscope.charts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.claimscope.app..", "org.claimscope.data..")
                .check(OURS);
    }

    @Test
    void viewModelsNeverTouchTheSceneAndViewsNeverAskTheData() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .check(OURS);
        noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .and()
                .resideInAPackage("org.claimscope.app.feature..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.claimscope.data..")
                .check(OURS);
    }

    @Test
    void everyPageIsInTheListOfFeatures() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(PageId.WELCOME)),
                Features.all().stream()
                        .map(Feature::id)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(PageId.class))));
        assertEquals(
                OURS.stream()
                        .filter(c -> c.isAssignableTo(Feature.class) && !c.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet()),
                Features.all().stream()
                        .map(f -> f.getClass().getName())
                        .collect(Collectors.toSet()));
    }

    @Test
    void onlyTheCacheSpeaksJdbc() {
        noClasses()
                .that()
                .resideInAPackage("org.claimscope.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.h2..", "org.duckdb..")
                .check(OURS);
    }
}
