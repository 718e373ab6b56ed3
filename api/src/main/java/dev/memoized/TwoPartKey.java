package dev.memoized;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link KeyGenerator} returns when a result is one field of an entry that several methods share: each field is
 * stored by itself, and dropping the entry drops all of its fields in one step. Methods that share a {@link Memoized#name}
 * may have different results when their generators declare this type:
 *
 * <pre>{@code
 * public class TitleKey implements KeyGenerator {
 *     @Override public TwoPartKey key(MemoizedCall call) {
 *         return new TwoPartKey(call.arguments().get(0), "title");
 *     }
 * }
 *
 * @Memoized(name = "book", keyGenerator = TitleKey.class)
 * public String title(long id) { ... }
 *
 * @Memoized(name = "book", keyGenerator = PagesKey.class)
 * public int pages(long id) { ... }
 * }</pre>
 *
 * @param entry what the methods have in common; a value with equality
 * @param field the part that a method computes; a value with equality
 */
public record TwoPartKey(@Nullable Object entry, @Nullable Object field) {}
