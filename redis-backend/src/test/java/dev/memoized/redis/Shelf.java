package dev.memoized.redis;

/** Books that are what their keys say. */
final class Shelf implements Books {
    @Override
    public String title(String key) {
        return "title of " + key;
    }

    @Override
    public long version(int key) {
        return key;
    }
}
