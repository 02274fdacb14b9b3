package org.claimscope.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.TreeSet;
import org.claimscope.charts.chart.Chart;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void everyChartIsOnTheList() {
        TreeSet<String> written = new TreeSet<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.claimscope.charts")) {
            if (type.isAssignableTo(Chart.class) && !type.isInterface()) {
                written.add(type.getName());
            }
        }
        TreeSet<String> listed = new TreeSet<>();
        Charts.all().forEach(entry -> listed.add(entry.sample().getClass().getName()));
        assertEquals(written, listed);
    }
}
