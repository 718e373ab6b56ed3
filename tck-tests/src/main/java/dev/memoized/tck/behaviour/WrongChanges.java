package dev.memoized.tck.behaviour;

import dev.memoized.CacheInvalidate;
import dev.memoized.CacheInvalidate.Contexts;
import dev.memoized.CacheKey;
import dev.memoized.CachePut;
import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Beans whose methods drop nothing that there is. */
final class WrongChanges {
    private WrongChanges() {}

    /** What could be dropped. */
    @ApplicationScoped
    public static class Target {
        @Memoized(name = "wrong.target")
        public String title(long id, String language) {
            return language + id;
        }
    }

    /** A value without properties that tell anything. */
    public record Shelf(Object what, double height) {}

    @ApplicationScoped
    public static class NoName {
        @CacheInvalidate(key = "0")
        public void save(long id) {}
    }

    @ApplicationScoped
    public static class NothingSaid {
        @CacheInvalidate
        public void save(long id) {}
    }

    @ApplicationScoped
    public static class UnknownName {
        @CacheInvalidate(name = "wrong.targets", all = true)
        public void save() {}
    }

    @ApplicationScoped
    public static class AllAndOne {
        @CacheInvalidate(
                name = "wrong.target",
                key = {"0", "1"},
                all = true)
        public void save(long id, String language) {}
    }

    @ApplicationScoped
    public static class TagsAndName {
        @CacheInvalidate(name = "wrong.target", tags = "books")
        public void save() {}
    }

    @ApplicationScoped
    public static class NoContext {
        @CacheInvalidate(name = "wrong.target", contexts = Contexts.CURRENT)
        public void save(long id, String language) {}
    }

    @ApplicationScoped
    public static class ContextOfAll {
        @CacheInvalidate(name = "wrong.target", all = true, contexts = Contexts.CURRENT)
        public void save() {}
    }

    @ApplicationScoped
    public static class TooFew {
        @CacheInvalidate(name = "wrong.target", key = "0")
        public void save(long id) {}
    }

    @ApplicationScoped
    public static class OtherType {
        @CacheInvalidate(name = "wrong.target")
        public void save(int id, String language) {}
    }

    @ApplicationScoped
    public static class NoParameter {
        @CacheInvalidate(
                name = "wrong.target",
                key = {"number", "1"})
        public void save(long id, String language) {}
    }

    @ApplicationScoped
    public static class NoProperty {
        @CacheInvalidate(tags = "shelf:{0.width}")
        public void save(Shelf shelf) {}
    }

    @ApplicationScoped
    public static class NoResult {
        @CacheInvalidate(
                name = "wrong.target",
                key = {"result", "1"})
        public void save(long id, String language) {}
    }

    @ApplicationScoped
    public static class BrokenTag {
        @CacheInvalidate(tags = "shelf:{0")
        public void save(Shelf shelf) {}
    }

    @ApplicationScoped
    public static class EmptyTag {
        @Memoized(tags = " ")
        public String title(long id) {
            return "" + id;
        }
    }

    @ApplicationScoped
    public static class MuteTag {
        @Memoized(tags = "shelf:{0.what}")
        public String title(Shelf shelf) {
            return shelf.toString();
        }
    }

    @ApplicationScoped
    public static class UncertainTag {
        @CacheInvalidate(tags = "shelf:{0.height}")
        public void save(Shelf shelf) {}
    }

    @ApplicationScoped
    public static class Hit {
        @Memoized
        @CacheInvalidate(tags = "books")
        public String title(long id) {
            return "" + id;
        }
    }

    @ApplicationScoped
    public static class Private {
        @CacheInvalidate(tags = "books")
        private void save() {}

        public void call() {
            save();
        }
    }

    @ApplicationScoped
    public static class Static {
        @CacheInvalidate(tags = "books")
        public static void save() {}
    }

    @ApplicationScoped
    public static class Observer {
        @CacheInvalidate(tags = "books")
        public void save(@Observes List<String> event) {}
    }

    /** Declares what its bean does not. */
    public interface Saving {
        @CacheInvalidate(tags = "books")
        void save();
    }

    @ApplicationScoped
    public static class Implementing implements Saving {
        @Override
        public void save() {}
    }

    @ApplicationScoped
    public static class PutWithoutName {
        @CachePut(name = "")
        public String save(long id, String language) {
            return language;
        }
    }

    @ApplicationScoped
    public static class PutOfNothing {
        @CachePut(name = "wrong.target")
        public void save(long id, String language) {}
    }

    @ApplicationScoped
    public static class PutUnderItsResult {
        @CachePut(
                name = "wrong.target",
                key = {"0", "result"})
        public String save(long id) {
            return "";
        }
    }

    @ApplicationScoped
    public static class PutOfOtherType {
        @CachePut(name = "wrong.target")
        public long save(long id, String language) {
            return id;
        }
    }

    /** Of other elements. */
    @ApplicationScoped
    public static class PutOfOtherElements {
        @Memoized(name = "wrong.list")
        public List<String> titles(long id) {
            return List.of();
        }

        @CachePut(name = "wrong.list")
        public List<Long> save(long id) {
            return List.of(id);
        }
    }

    /** Whose? */
    @ApplicationScoped
    public static class PutOfOwned {
        @Memoized(name = "wrong.owned", backend = "request")
        public String title(long id) {
            return "";
        }

        @CachePut(name = "wrong.owned")
        public String save(long id) {
            return "";
        }
    }

    /** Under fewer tags. */
    @ApplicationScoped
    public static class PutWithoutTags {
        @Memoized(name = "wrong.tags", tags = "author:{1}")
        public String title(@CacheKey long id, long author) {
            return "";
        }

        @CachePut(name = "wrong.tags")
        public String save(long id) {
            return "";
        }
    }
}
