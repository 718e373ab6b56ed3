package dev.memoized.impl.key;

import dev.memoized.spi.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * The version of an entry from a store that keeps it as text. Equal to another one with the same text.
 *
 * @param text that was stored
 * @param form that writes the versions it is compared with
 */
public record StoredVersion(String text, Namespace.KeyForm form) {

    /** Whether that is what was stored. */
    public boolean isOf(Object version) {
        try {
            return text.equals(form.text(version));
        } catch (UnkeyableException withoutText) {
            return false; // then nothing of that version was stored
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredVersion that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
