package dev.memoized.impl.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.impl.key.Values.Book;
import dev.memoized.impl.key.Values.Isbn;
import dev.memoized.spi.TaggedKey;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the text of a key looks like, and what it depends on. */
class CanonicalFormTest {

    @Test
    void defaultName_leavesClassAndMethodInFront() {
        assertThat(text("com.acme.Books.topBooks(java.lang.String)")).matches("com_acme_Books_topBooks-[\\w-]{43}");
        assertThat(text("books: top 10")).matches("books__top_10-[\\w-]{43}");
        assertThat(text("")).matches("-[\\w-]{43}");
        assertThat(text("(all)")).matches("_all_-[\\w-]{43}");
    }

    @Test
    void longName_keepsItsEnd() {
        String name = "com.acme." + "deep.".repeat(20) + "Books.topBooks(" + "java.lang.String,".repeat(20) + "int)";
        assertThat(text(name)).hasSize(108).matches("[A-Za-z0-9_-]+").contains("_deep_Books_topBooks-");
    }

    @Test
    void anyName_givesTheAlphabetOnly() {
        for (String name : List.of("b\u00fccher", "\ud800", "a\nb c", "*".repeat(500), "\ud83d\ude00".repeat(99))) {
            assertThat(text(name)).matches("[A-Za-z0-9_-]{44,108}");
        }
    }

    @Test
    void nameAndSchema_areInTheDigest() {
        assertThat(Set.of(
                        digest("ab", "c"),
                        digest("a", "bc"),
                        digest("a.b", "c"),
                        digest("a_b", "c"),
                        digest("a(int)", "c"),
                        digest("a(long)", "c")))
                .hasSize(6);
    }

    @Test
    void tags_areNoPartOfTheText() {
        Object key = KeyUnderTest.OURS.key("a", "b");
        assertThat(KeyUnderTest.text(new TaggedKey(key, Set.of("books")))).isEqualTo(KeyUnderTest.text(key));
    }

    @Test
    void valueThatIsNoKeyYet_isTakenAsGenerated() {
        assertThat(KeyUnderTest.text(List.of("a"))).isEqualTo(KeyUnderTest.text(KeyMaker.ofGenerated(List.of("a"))));
    }

    @Test
    void foreignValue_isRefusedWithItsCure() {
        for (Object argument :
                List.of(new Isbn("s3cret"), List.of(new Isbn("s3cret")), Map.of(1, new Isbn("s3cret")))) {
            assertThatThrownBy(() -> KeyUnderTest.OUR_TEXT.key(argument))
                    .isInstanceOf(UnkeyableException.class)
                    .hasMessageContaining("Values$Isbn")
                    .hasMessageContaining("KeyGenerator")
                    .hasMessageContaining("@CacheKey")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void hiddenClass_isRefused() {
        Runnable lambda = () -> {};
        assertThatThrownBy(() -> KeyUnderTest.OUR_TEXT.key(lambda.getClass())).isInstanceOf(UnkeyableException.class);
    }

    @Test
    void hugeText_isRefused() {
        assertThatThrownBy(() -> KeyUnderTest.OUR_TEXT.key("a".repeat(9 << 20)))
                .isInstanceOf(UnkeyableException.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void classLoader_playsNoPart() throws Exception {
        Object elsewhere = bookOfAnotherLoader("a", 1);
        assertThat(elsewhere).isNotInstanceOf(Book.class);
        assertThat(KeyUnderTest.OUR_TEXT.key(elsewhere)).isEqualTo(KeyUnderTest.OUR_TEXT.key(new Book("a", 1)));
    }

    @Test
    void iterationOrder_playsNoPart() {
        List<Integer> up = IntStream.range(0, 1000).boxed().toList();
        Set<Integer> down = new LinkedHashSet<>();
        up.forEach(number -> down.add(999 - number));
        assertThat(KeyUnderTest.OUR_TEXT.key(down)).isEqualTo(KeyUnderTest.OUR_TEXT.key(Set.copyOf(up)));
    }

    @Test
    void urisThatAreEqual_haveOneText() {
        URI one = URI.create("HTTP://Books.example/a%2Fb");
        URI other = URI.create("http://books.EXAMPLE/a%2fb");
        assertThat(one).isEqualTo(other);
        assertThat(KeyUnderTest.OUR_TEXT.key(one)).isEqualTo(KeyUnderTest.OUR_TEXT.key(other));
    }

    @Test
    void subclassOfNumber_isForeign() {
        assertThatThrownBy(() -> KeyUnderTest.OUR_TEXT.key(new BigDecimal("1") {
                    private static final long serialVersionUID = 1L;
                }))
                .isInstanceOf(UnkeyableException.class);
    }

    private static String text(String name) {
        return new CanonicalForm(name, "").text(KeyUnderTest.OURS.key("a"));
    }

    private static String digest(String name, String schema) {
        String text = new CanonicalForm(name, schema).text(KeyUnderTest.OURS.key("a"));
        return text.substring(text.length() - 43);
    }

    private static Object bookOfAnotherLoader(String title, int year) throws ReflectiveOperationException {
        Class<?> book = new Elsewhere().loadClass(Book.class.getName());
        return book.getConstructor(String.class, int.class).newInstance(title, year);
    }

    /** Defines one class again. */
    private static final class Elsewhere extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Book.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream file = Book.class.getResourceAsStream("Values$Book.class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
