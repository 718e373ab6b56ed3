package dev.memoized.redis;

/** What tests remember. */
public interface Books {
    String TITLE = "books.title(java.lang.String)";
    String VERSION = "books.version(int)";

    String title(String key);

    long version(int key);
}
