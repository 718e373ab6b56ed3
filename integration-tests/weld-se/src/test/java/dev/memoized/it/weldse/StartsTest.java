package dev.memoized.it.weldse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Containers in one JVM, one after the other, each with a class loader of its own: what of them stays. */
@Timeout(300)
class StartsTest {
    private static final int HALF = 25;
    private static final int COLLECTIONS = 5;
    private static final int AT_MOST = 600;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    /** Class loaders that are still there, and threads of the library. */
    private record Kept(int loaders, long threads) {}

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void fiftyContainers_keepNoMoreThanEmptyOnes_andNoMoreInTheEnd() throws Exception {
        Kept ofEmpty = kept(start(HALF, Empty.class));
        List<WeakReference<ClassLoader>> loaders = start(HALF, Started.class);
        Kept halfway = kept(loaders);
        loaders.addAll(start(HALF, Started.class));
        Kept end = kept(loaders);
        System.out.println("after %d starts: empty %s, memoized %s, and %s after %d"
                .formatted(HALF, ofEmpty, halfway, end, 2 * HALF));
        assertThat(halfway.loaders()).isLessThanOrEqualTo(ofEmpty.loaders() + 1);
        assertThat(end.loaders()).isLessThanOrEqualTo(Math.max(halfway.loaders(), ofEmpty.loaders() + 1));
        assertThat(end.threads()).isLessThanOrEqualTo(ofEmpty.threads());
    }

    @Test
    void threadsThatStay_areFound() throws Exception {
        Kept nothing = kept(start(1, Empty.class));
        Kept leaked = kept(start(3, Leaking.class));
        assertThat(leaked.loaders()).isEqualTo(3);
        assertThat(leaked.threads()).isEqualTo(nothing.threads() + 3);
    }

    private static List<WeakReference<ClassLoader>> start(int times, Class<? extends Runnable> application)
            throws ReflectiveOperationException {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            AnewLoader loader = new AnewLoader();
            Thread.currentThread().setContextClassLoader(loader);
            var constructor = loader.loadClass(application.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            ((Runnable) constructor.newInstance()).run();
            loaders.add(new WeakReference<>(loader));
        }
        Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        return loaders;
    }

    /** Collects garbage until there is none, or what stays is the same again and again. */
    private static Kept kept(List<WeakReference<ClassLoader>> loaders) {
        Kept kept = now(loaders);
        int same = 0;
        for (int i = 0; i < AT_MOST && same < COLLECTIONS; i++) {
            System.gc();
            Kept now = now(loaders);
            same = now.equals(kept) ? same + 1 : 0;
            kept = now;
        }
        return kept;
    }

    private static Kept now(List<WeakReference<ClassLoader>> loaders) {
        return new Kept(
                (int) loaders.stream().filter(loader -> !loader.refersTo(null)).count(),
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("memoized-"))
                        .count());
    }
}
