package org.claimscope.nlq.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every provider is in the list and proves itself; none can do without our transport.
final class RegistryTest {
    @Test
    void everyProviderIsListedAndHasItsContractTest() throws ClassNotFoundException {
        var ours =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.claimscope.nlq.provider");
        assertEquals(
                ours.stream()
                        .filter(c -> c.isAssignableTo(Provider.class) && !c.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet()),
                Providers.all().stream()
                        .map(p -> p.getClass().getName())
                        .collect(Collectors.toSet()));
        for (Provider p : Providers.all()) {
            Class.forName(p.getClass().getName() + "ContractTest");
        }
    }

    @Test
    void withoutOurTransportNoModelCanBeMade() {
        assertThrows(
                RuntimeException.class,
                dev.langchain4j.http.client.HttpClientBuilderLoader::loadHttpClientBuilder);
    }

    @Test
    void aKeyIsNeverPrinted() {
        assertFalse(ApiKey.of("sk-secret").toString().contains("secret"));
    }
}
