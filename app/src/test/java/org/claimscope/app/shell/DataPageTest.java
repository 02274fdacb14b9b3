package org.claimscope.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.claimscope.app.feature.Features;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.session.Settings;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.palette.Theme;
import org.claimscope.data.DataCore;
import org.claimscope.data.security.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a page shows while it is asked again.
final class DataPageTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path temp;

    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<PageView> views = new ArrayList<>();

    /// Figures that came at once, asked for again meanwhile; the second answer takes its time and
    /// is the same. A skeleton over the figures would stay for ever.
    @Test
    void aSlowSecondAnswerLeavesTheFiguresOnTheScreen() throws Exception {
        try (var core = DataCore.create(temp.resolve("w"), new Credentials.None(), CLOCK, "test")) {
            Shell shell =
                    Offscreen.call(() -> {
                        Shell made =
                                new Shell(core, features(), Optional.empty(), "test", new Plain());
                        new Scene(made, 1280, 800);
                        made.start(Place.of(PageId.FEEDS));
                        return made;
                    });
            until(() -> asked.get() >= 1);
            Offscreen.call(() -> {
                views.forEach(view -> view.refresh(false));
                return true;
            });
            first.countDown();
            until(() -> asked.get() >= 2);
            // Longer than anybody waits before a skeleton is shown.
            Thread.sleep(600);
            second.countDown();
            until(() -> Offscreen.call(shell::idle));
            assertTrue(
                    Offscreen.call(() -> views.getFirst().node().lookup("#figures") != null),
                    "figures are shown");
            Offscreen.call(() -> {
                shell.stop();
                return true;
            });
            shell.close();
        }
    }

    private static void until(Supplier<Boolean> there) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!there.get()) {
            assertTrue(System.nanoTime() < end, "waited too long");
            Thread.sleep(10);
        }
    }

    private List<Feature> features() {
        return Features.all().stream().map(f -> f.id() == PageId.FEEDS ? slow() : f).toList();
    }

    private Feature slow() {
        return new Feature() {
            @Override
            public PageId id() {
                return PageId.FEEDS;
            }

            @Override
            public PageView open(Place place, Office office) {
                var view =
                        DataPage.always(place, office, _ -> answer(), (page, _) -> figures(page));
                views.add(view);
                return view;
            }
        };
    }

    private String answer() {
        try {
            assertTrue((asked.incrementAndGet() == 1 ? first : second).await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "figures";
    }

    private static VBox figures(String page) {
        VBox box = new VBox(new Label(page));
        box.setId("figures");
        return box;
    }

    /// A program around the shell that does nothing.
    private static final class Plain implements Host {
        @Override
        public org.claimscope.app.session.Home home() {
            return new org.claimscope.app.session.Home(java.nio.file.Path.of("none"));
        }

        @Override
        public Theme theme() {
            return Theme.LIGHT;
        }

        @Override
        public boolean remembers() {
            return false;
        }

        @Override
        public Settings settings() {
            return Settings.standard();
        }

        @Override
        public void change(Settings settings) {}

        @Override
        public void lock() {}

        @Override
        public void chooseFiles(Consumer<List<Path>> chosen) {}

        @Override
        public void save(String name, Supplier<byte[]> content, Consumer<String> told) {}

        @Override
        public void copy(String text) {}

        @Override
        public void welcome() {}
    }
}
