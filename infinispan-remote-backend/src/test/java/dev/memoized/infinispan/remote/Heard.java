package dev.memoized.infinispan.remote;

import dev.memoized.cells.Cells;
import dev.memoized.cells.Ground;
import dev.memoized.cells.Names;
import dev.memoized.cells.Source;
import dev.memoized.cells.Texts;
import dev.memoized.cells.Told;
import dev.memoized.spi.TimeSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.infinispan.client.hotrod.RemoteCache;
import org.jspecify.annotations.Nullable;

/** A remote cache as a ground, of which it is known what it has told, and what was made of it. */
final class Heard implements Source {
    private final Set<String> versions = ConcurrentHashMap.newKeySet();
    private final RemoteCache<String, byte[]> cache;
    private final Names names;
    private final TimeSource time;

    Heard(RemoteCache<String, byte[]> cache, Names names, TimeSource time) {
        this.cache = cache;
        this.names = names;
        this.time = time;
    }

    /** Two changes at once may be told in another order than they came about. */
    boolean hasHeard(String name, long version) {
        return versions.contains(name + version);
    }

    @Override
    public Ground open() {
        return new Noted(new AtServer(Check.checked(cache, names), time));
    }

    @Override
    public RuntimeException said(RuntimeException failure) {
        return Trouble.said(failure);
    }

    private final class Noted implements Ground {
        private final Ground ground;

        private Noted(Ground ground) {
            this.ground = ground;
        }

        @Override
        public Cells cells() {
            return ground.cells();
        }

        @Override
        public Texts texts() {
            return ground.texts();
        }

        @Override
        public Read read(String cell, Collection<String> texts) {
            return ground.read(cell, texts);
        }

        @Override
        public void listen(Told told) {
            ground.listen(new Noting(told));
        }

        @Override
        public void close() {
            ground.close();
        }
    }

    private final class Noting implements Told {
        private final Told told;

        private Noting(Told told) {
            this.told = told;
        }

        @Override
        public void cell(String name, byte[] bytes) {
            told.cell(name, bytes);
        }

        @Override
        public void text(String name, String text) {
            told.text(name, text);
        }

        @Override
        public @Nullable Consumer<byte @Nullable []> changed(String name, long version) {
            Consumer<byte @Nullable []> question = told.changed(name, version);
            if (question == null) {
                versions.add(name + version);
                return null;
            }
            return bytes -> {
                question.accept(bytes);
                versions.add(name + version);
            };
        }

        @Override
        public Map<String, Consumer<byte @Nullable []>> cared() {
            return told.cared();
        }

        @Override
        public void missed() {
            told.missed();
        }

        @Override
        public void joined(long era) {
            told.joined(era);
        }
    }
}
