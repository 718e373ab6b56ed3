package dev.memoized.redis;

import dev.memoized.spi.Entry;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How entries are read, and scripts sent for a key: as it is decided by where the marks lie. Thread-safe. */
interface Access extends HeldMarks.Source {

    /**
     * What keys hold.
     *
     * @return in their order; null for those that hold nothing
     */
    List<@Nullable Entry<byte[]>> read(List<Scope> scopes, Judge judge);

    /** What the script has found that gives leases. */
    @Nullable
    Entry<byte[]> found(Asked answer, Scope scope, Judge judge);

    /**
     * For what may be done twice.
     *
     * @param form what an answer is made of; it may throw anything at an odd one
     * @param arguments each attempt has its own
     */
    <T> T again(Function<Object, T> form, Script script, Scope scope, Supplier<byte[][]> arguments);

    /** The same with arguments that do for all attempts. */
    default <T> T again(Function<Object, T> form, Script script, Scope scope, byte[]... arguments) {
        return again(form, script, scope, () -> arguments);
    }

    /**
     * For what may come about once only.
     *
     * @param tags of an entry that is to be stored
     */
    <T> T once(Function<Object, T> form, Script script, Scope scope, Collection<String> tags, byte[]... arguments);

    /**
     * Raises a mark and stores what is more recent, if its claim stands.
     *
     * @param tags of the entry
     * @param others the mark's name; empty for none
     * @param arguments of the script, but for the mark
     */
    Done replace(RedisLease claim, Collection<String> tags, byte[] others, byte[]... arguments);

    /** Takes away what a key holds, and ends its leases and claims. */
    Done delete(Scope scope);

    /** What the clock says that stamps entries, in microseconds. */
    long time();
}
