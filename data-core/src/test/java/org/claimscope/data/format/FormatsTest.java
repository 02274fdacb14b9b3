package org.claimscope.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The list of formats is complete (house.md §3), and no two have the same word.
final class FormatsTest {
    @Test
    void everyFormatIsListedOnce() {
        Set<String> written =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.claimscope.data.format")
                                .stream()
                                .filter(c -> c.isAssignableTo(Format.class) && !c.isInterface())
                                .map(JavaClass::getName)
                                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                written,
                Formats.ALL.stream()
                        .map(f -> f.getClass().getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(Formats.ALL.size(), Formats.ALL.stream().map(Format::id).distinct().count());
    }
}
