package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.backend.Sightings.Sighting;
import dev.memoized.impl.log.Log;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private final Sightings sightings = new Sightings("name", SightingsTest::look, new Log());

    private static WatchedStore.Sight look(Object value) {
        AtomicInteger number = (AtomicInteger) value;
        int seen = number.get();
        return () -> number.get() == seen ? null : AtomicInteger.class;
    }

    /** Kills: sightings of keys that nobody asks for again pile up. */
    @Test
    void manyKeys_areSeenToABound() {
        for (int key = 0; key < Sightings.AT_MOST + 10; key++) {
            sightings.keep(key, sightings.of(new AtomicInteger()));
        }
        assertThat(sightings.size()).isEqualTo(Sightings.AT_MOST);
        for (int key = 0; key < 100; key++) {
            assertThat(sightings.changed("other" + key, new AtomicInteger())).isNull();
        }
        assertThat(sightings.size()).isEqualTo(Sightings.AT_MOST);
    }

    /** Kills: who reads a value before it is noted who stored it decides what it was. */
    @Test
    void changedBetweenStoringAndTheFirstReading_isStillFound() {
        AtomicInteger value = new AtomicInteger();
        Sighting stored = sightings.of(value);
        value.set(1);
        assertThat(sightings.changed("k", value)).isNull();
        sightings.keep("k", stored);
        assertThat(sightings.changed("k", value)).isEqualTo(AtomicInteger.class);
    }

    /** Kills: a value that came another way is never watched. */
    @Test
    void valueThatNobodyStoredHere_isWatchedFromItsFirstReading() {
        AtomicInteger value = new AtomicInteger();
        sightings.keep("k", sightings.of(new AtomicInteger()));
        assertThat(sightings.changed("k", value)).isNull();
        value.set(1);
        assertThat(sightings.changed("k", value)).isEqualTo(AtomicInteger.class);
    }

    /** Kills: what was dropped is held on to. */
    @Test
    void keyWithoutValue_isForgotten() {
        sightings.keep("k", sightings.of(new AtomicInteger()));
        sightings.keep("k", sightings.of(null));
        assertThat(sightings.size()).isZero();
    }
}
