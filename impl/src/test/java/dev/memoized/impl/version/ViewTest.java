package dev.memoized.impl.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.impl.key.KeyParts;
import dev.memoized.impl.key.StoredVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {
    private final CanonicalForm form = new CanonicalForm("books", "");

    private StoredVersion stored(Object version) {
        return new StoredVersion(form.text(version), form);
    }

    @Test
    void storedText_isAcceptedForItsVersionOnly() {
        View view = new View(KeyParts.of(List.of("v", 5)));
        assertThat(view.accepts(stored(List.of("v", 5)))).isTrue();
        assertThat(view.accepts(stored(List.of("v", 6)))).isFalse();
        assertThat(view.accepts(KeyParts.of(List.of("v", 5)))).isTrue();
        assertThat(view.accepts(form.text(List.of("v", 5)))).isFalse();
        assertThat(view.accepts(null)).isFalse();
    }

    @Test
    void versionThatHasNoText_acceptsNoStoredOne() {
        View view = new View(KeyParts.of(new Object() {
            @Override
            public String toString() {
                return "v";
            }

            @Override
            public boolean equals(Object other) {
                return other != null && other.getClass() == getClass();
            }

            @Override
            public int hashCode() {
                return 1;
            }
        }));
        assertThat(view.accepts(stored("v"))).isFalse();
    }

    @Test
    void anyEntry_isAcceptedWithoutAVersion() {
        assertThat(View.ANY.accepts(stored("v"))).isTrue();
    }
}
