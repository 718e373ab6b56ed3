package dev.memoized.examples.bookshop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/**
 * How the page looks after half a minute in which much has happened: on a telephone, a tablet and a desk, light and dark.
 * Makes the pictures of the docs.
 */
@Timeout(300)
class LooksIT {
    private static final Path PICTURES =
            Boolean.getBoolean("memoized.write-docs") ? Path.of("../../docs/images") : Path.of("target/images");

    private static final String OVERFLOW =
            """
            const page = document.documentElement;
            return page.scrollWidth - page.clientWidth;
            """;

    /** Pairs of texts that cover each other, and texts that are cut off by the edge of what they are in. */
    private static final String OVERLAPS =
            """
            const found = [];
            const texts = [];
            /** The part of the page outside of which nothing of the element is seen. */
            function window(element) {
              const frame = element.closest('svg');
              if (!frame?.ownerSVGElement) {
                for (let at = element; at; at = at.parentElement) {
                  if (at !== document.body && getComputedStyle(at).overflowX === 'hidden') return at.getBoundingClientRect();
                }
                return document.documentElement.getBoundingClientRect();
              }
              const outer = frame.ownerSVGElement.getBoundingClientRect();
              const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => +frame.getAttribute(name));
              return new DOMRect(outer.x + x, outer.y + y, width, height);
            }
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const parent = node.parentElement;
              const text = node.textContent.trim();
              if (!text || parent.closest('pre, script') || !parent.checkVisibility({ visibilityProperty: true })) continue;
              const range = document.createRange();
              range.selectNodeContents(node);
              const edge = window(parent);
              for (const box of range.getClientRects()) {
                if (box.width <= 1 || box.height <= 1) continue;
                texts.push({ text, box });
                if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2) {
                  found.push(`${text} is cut off`);
                }
              }
            }
            texts.forEach((one, index) => texts.slice(index + 1).forEach(other => {
              const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
              const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
              if (width > 1 && height > 3) found.push(`${one.text} | ${other.text}`);
            }));
            return found;
            """;

    /** Its outline is not that of what is chosen, which is thinner. */
    private static final String FOCUSED =
            """
            const at = document.activeElement;
            const seen = at.type === 'radio' ? at.nextElementSibling : at;
            return (at.name || at.id || at.tagName.toLowerCase()) + ' ' + (getComputedStyle(seen).outlineStyle !== 'none' && getComputedStyle(seen).outlineWidth === '3px');
            """;

    private static Visit visit;

    @BeforeAll
    static void openAndLive() throws IOException {
        visit = Visit.begin();
        visit.choose("memoized", "false");
        visit.await("callers have waited", () -> visit.nodes(".mark.NOT_MEMOIZED") > 0 && hasBeenOpenFor(9));
        visit.choose("memoized", "true");
        visit.await("lists are served", () -> visit.nodes(".mark.FRESH, .mark.STALE") > 0 && hasBeenOpenFor(16));
        for (int herd = 0; herd < 3; herd++) {
            visit.press("herd");
            visit.awaitHerd();
        }
        visit.await("time has passed", () -> hasBeenOpenFor(20));
        visit.choose("origin", "fails");
        visit.await("the old list stands in", () -> visit.nodes(".mark.FALLBACK") > 0 && hasBeenOpenFor(27));
        visit.pause();
        assertThat(visit.nodes(".count")).as("numbers beside herds").isPositive();
    }

    private static boolean hasBeenOpenFor(int seconds) {
        return visit.<Boolean>script("return performance.now() > 1000 * arguments[0]", seconds);
    }

    @AfterAll
    static void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 1500, light",
        "400, 1500, dark",
        "800, 1100, light",
        "800, 1100, dark",
        "1280, 900, light",
        "1280, 900, dark"
    })
    void page_fits_noTextCoversAnother_andTheKeyboardReachesAll(int width, int height, String scheme)
            throws IOException {
        visit.look(width, height, scheme);
        visit.script("window.scrollTo(0, 0)");
        visit.await("the chart is drawn anew", () -> isDrawnFor(width));

        assertThat(visit.<Long>script(OVERFLOW)).as("pixels to scroll sideways").isLessThanOrEqualTo(0);
        assertThat(visit.<List<String>>script(OVERLAPS)).isEmpty();
        takePicture(width, scheme);
        assertThat(reachedByTab())
                .contains("memoized true", "locale true", "origin true", "herd true", "invalidate true")
                .contains("pause true", "pre true", "summary true");
    }

    /** Down to the end of the entries. */
    private static void takePicture(int width, String scheme) throws IOException {
        double end = visit.<Number>script("return document.getElementById('entries').getBoundingClientRect().bottom")
                .doubleValue();
        visit.look(width, (int) Math.ceil(end) + 16, scheme);
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("bookshop-%d-%s.png".formatted(width, scheme)), visit.picture());
    }

    private static boolean isDrawnFor(int width) {
        return visit.<Boolean>script(
                "const drawn = document.querySelector('#chart svg').getBoundingClientRect().width;"
                        + "const box = document.getElementById('chart').clientWidth;"
                        + "return innerWidth === arguments[0] && Math.abs(drawn - box) < 1",
                width);
    }

    /** What has the focus after each of a dozen steps, and whether that is seen. */
    private static TreeSet<String> reachedByTab() {
        visit.script("document.activeElement.blur(); window.scrollTo(0, 0)");
        TreeSet<String> reached = new TreeSet<>();
        for (int step = 0; step < 12; step++) {
            visit.key(Keys.TAB);
            reached.add(visit.script(FOCUSED));
        }
        visit.script("document.activeElement.blur(); window.scrollTo(0, 0)");
        return reached;
    }

    @Test
    void arrowKeys_choose() {
        visit.script("document.querySelector('input[name=locale]:checked').focus()");
        visit.key(Keys.ARROW_RIGHT);
        assertThat(visit.find("input[name=locale][value=fr]").isSelected()).isTrue();
        visit.key(Keys.ARROW_LEFT);
        assertThat(visit.find("input[name=locale][value=en]").isSelected()).isTrue();
    }
}
