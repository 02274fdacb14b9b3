package org.claimscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.format.csv.Mapping;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.kpi.Kpis;
import org.claimscope.data.model.Entity;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;

/// The lists that name all of a kind are complete (house.md §3).
final class RegistryTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/claimscope/data/sync");

    @Test
    void everyKpiIsListedOnceAndItsIdIsItsOwn() {
        Set<String> written =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.claimscope.data.kpi")
                                .stream()
                                .filter(c -> c.isAssignableTo(Kpi.class))
                                .filter(c -> !c.isInterface())
                                .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(JavaClass::getName)
                                .collect(Collectors.toCollection(TreeSet::new));
        List<Kpi> listed = Kpis.all();
        assertEquals(
                written,
                listed.stream()
                        .map(k -> k.getClass().getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(written.size() >= 13);
        assertEquals(listed.size(), listed.stream().map(Kpi::id).distinct().count());
        assertEquals(
                listed.size(), listed.stream().map(k -> k.definition().label()).distinct().count());
        for (Kpi kpi : listed) {
            assertTrue(kpi.id().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"), kpi.id());
        }
    }

    /// Variants have ids and labels of their own, and nothing that a card shows is empty.
    @Test
    void everyVariantIsToldApartAndEveryDefinitionIsWhole() {
        var catalog = new Catalog(Kpis.all());
        var ids = new TreeSet<String>();
        var labels = new TreeSet<String>();
        int variants = 0;
        for (Kpi kpi : Kpis.all()) {
            List<Kpi> readings =
                    Stream.concat(Stream.of(kpi), catalog.variants(kpi.id()).stream()).toList();
            variants += readings.size() - 1;
            for (Kpi reading : readings) {
                Kpi.Definition d = reading.definition();
                assertTrue(ids.add(reading.id()), reading.id());
                assertTrue(labels.add(d.label()), d.label());
                assertTrue(!d.equation().isBlank() && !d.includes().isBlank(), reading.id());
                assertTrue(!d.excludes().isBlank() && !d.source().isBlank(), reading.id());
                assertTrue(!d.dimensions().isEmpty(), reading.id());
                assertEquals(
                        d.denominator().isEmpty(), d.noValue().isBlank() || !d.numerator().isSum());
            }
            kpi.preferred()
                    .ifPresent(name ->
                            assertTrue(
                                    kpi.variants().stream().anyMatch(v -> v.name().equals(name))));
            assertTrue(kpi.benchmarks().stream().noneMatch(b -> b.source().isBlank()), kpi.id());
        }
        assertTrue(variants >= 18, "variants " + variants);
    }

    @Test
    void everyPresetAndProfileIsListedAndReads() throws IOException {
        Set<String> listed = new TreeSet<>(FeedList.PRESETS);
        assertEquals(FeedList.PRESETS.size(), listed.size());
        assertEquals(listed, names("presets"));
        assertEquals(listed, names("profiles"));
        List<Profile> profiles = FeedList.shippedProfiles();
        assertEquals(
                listed,
                profiles.stream()
                        .map(Profile::profile)
                        .collect(Collectors.toCollection(TreeSet::new)));
        for (String preset : FeedList.PRESETS) {
            FeedList list = FeedList.preset(preset);
            assertTrue(!list.feeds().isEmpty());
            assertEquals(
                    list.feeds().size(),
                    list.feeds().stream().map(Feed::name).distinct().count(),
                    preset);
            for (Feed feed : list.feeds()) {
                // What tells by itself what it is needs no mapping.
                assertTrue(
                        feed.takes() == Feed.Takes.DECISIONS
                                || Mapping.entity(list.profiles(), feed.table()).isPresent(),
                        feed.name());
            }
        }
    }

    private static Set<String> names(String folder) throws IOException {
        try (var files = Files.list(RESOURCES.resolve(folder))) {
            return files.map(f -> String.valueOf(f.getFileName()).replace(".yaml", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyReferenceOfTheModelNamesATable() {
        int references = 0;
        for (Entity entity : Entity.values()) {
            Set<String> names = new TreeSet<>();
            for (var field : entity.fields()) {
                assertTrue(names.add(field.name()), entity + " has " + field.name() + " twice");
                String to = field.references();
                if (to != null) {
                    assertTrue(Entity.named(to).isPresent(), entity + "." + field.name());
                    references++;
                }
            }
        }
        assertTrue(references > 20);
    }
}
