package dev.memoized.impl.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Which fields of a class may change. Each test defines its classes anew: what is known of a class is found once, so a class
 * that another test has shown before would say nothing.
 */
class ChangingFieldsTest {

    @Test
    void fieldIsNotFinal_itMayChange() throws Exception {
        assertThat(changing(Account.class)).containsExactlyInAnyOrder("name");
    }

    @Test
    void finalFieldHoldsWhatMayChange_itMayChange() throws Exception {
        assertThat(changing(Mixed.class)).containsExactlyInAnyOrder("numbers", "date", "any", "account");
    }

    @Test
    void superclassHasFields_theyCountToo() throws Exception {
        assertThat(changing(Special.class)).containsExactlyInAnyOrder("name", "visits");
    }

    @Test
    void fieldIsStatic_itIsNoPartOfTheObject() throws Exception {
        assertThat(changing(WithStatic.class)).isEmpty();
    }

    @Test
    void finalFieldIsOfItsOwnClass_itAddsNothing() throws Exception {
        assertThat(changing(Chain.class)).isEmpty();
    }

    @Test
    void fieldsAreAddedByTools_theyAreLeftOut() throws Exception {
        assertThat(changing(Enhanced.class)).containsExactly("name");
    }

    @Test
    void innerClass_doesNotHoldItsOuterObject() throws Exception {
        assertThat(changing(Inner.class)).containsExactly("name");
    }

    @Test
    void collectionOfTheApplication_isReadByItsElements() throws Exception {
        assertThat(changing(OwnList.class)).isEmpty();
        assertThat(changing(OwnMap.class)).isEmpty();
    }

    @Test
    void classOfTheJdk_isReadByWhatItTells() {
        assertThat(ChangingFields.of(StringBuilder.class)).isEmpty();
        assertThat(ChangingFields.of(Thread.class)).isEmpty();
    }

    private static List<String> changing(Class<?> type) throws Exception {
        Class<?> anew = new Anew().loadClass(type.getName());
        assertThat(anew).isNotSameAs(type);
        return List.of(ChangingFields.of(anew)).stream().map(Field::getName).toList();
    }

    /** Defines the classes of this test again. */
    private static final class Anew extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ChangingFieldsTest.class.getName() + "$")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? defined(name) : known;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = ChangingFieldsTest.class.getResourceAsStream(file)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @SuppressWarnings("unused")
    static class Account {
        final int id = 1;
        final String currency = "EUR";
        String name;
    }

    @SuppressWarnings("unused")
    static final class Special extends Account {
        long visits;
    }

    @SuppressWarnings("unused")
    static final class Mixed {
        final int[] numbers = {1};
        final Date date = new Date(0);
        final Object any = "text";
        final Special account = new Special();
        final Chain chain = new Chain();
        final String text = "text";
    }

    @SuppressWarnings("unused")
    static final class Chain {
        final Chain next = null;
    }

    @SuppressWarnings("unused")
    static final class WithStatic {
        static Object shared = "shared";
    }

    @SuppressWarnings("unused")
    static final class Enhanced {
        Object $$_hibernate_interceptor;
        Object _persistence_session;
        Object pcStateManager;
        String name;
    }

    @SuppressWarnings("unused")
    final class Inner {
        String name;

        @Override
        public String toString() {
            return name + ChangingFieldsTest.this;
        }
    }

    static final class OwnList extends AbstractList<String> {
        @SuppressWarnings("unused")
        private String only = "a";

        @Override
        public String get(int index) {
            return only;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    static final class OwnMap extends AbstractMap<String, String> {
        @SuppressWarnings("unused")
        private String only = "a";

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return Set.of();
        }
    }
}
