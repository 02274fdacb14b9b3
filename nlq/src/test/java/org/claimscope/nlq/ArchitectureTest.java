package org.claimscope.nlq;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Questions use data-core and nothing else of ours, and never speak SQL.
final class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.claimscope.nlq");

    @Test
    void questionsUseOnlyTheCatalogAndTheQuery() {
        noClasses()
                .that()
                .resideInAPackage("org.claimscope.nlq..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.claimscope.app..",
                        "org.claimscope.charts..",
                        "org.claimscope.data.cache..",
                        "org.claimscope.data.sync..",
                        "org.claimscope.data.security..",
                        "javafx..",
                        "java.sql..",
                        "org.jooq..")
                .check(OURS);
    }

    @Test
    void readingNeedsNoData() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.claimscope.nlq.parse..",
                        "org.claimscope.nlq.time..",
                        "org.claimscope.nlq.form..",
                        "org.claimscope.nlq.question..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.claimscope.data.query..")
                .check(OURS);
    }

    @Test
    void oneClassHoldsAnHttpClientAndOneAsksModels() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.claimscope.nlq.guard.Wire")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .check(OURS);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URLConnection")
                .check(OURS);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.claimscope.nlq.guard.Gateway")
                .should()
                .callMethod(
                        org.claimscope.nlq.provider.Provider.class,
                        "model",
                        org.claimscope.nlq.provider.Connection.class,
                        org.claimscope.nlq.provider.ApiKey.class,
                        dev.langchain4j.http.client.HttpClientBuilder.class)
                .check(OURS);
    }

    @Test
    void onlyTheGuardAndTheModelReaderKnowModels() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.claimscope.nlq.provider..",
                        "org.claimscope.nlq.guard..",
                        "org.claimscope.nlq.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j..")
                .check(OURS);
    }
}
