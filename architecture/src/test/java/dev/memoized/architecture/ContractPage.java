package dev.memoized.architecture;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import dev.memoized.tck.store.Says;
import dev.memoized.tck.store.StoreContract;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code docs/reference/store-contract.md}, made of what the tests of the contract say. */
final class ContractPage {
    private static final String FOLDER = "tck-tests/src/main/java/dev/memoized/tck/store/";
    private static final String EXAMPLE = "impl/src/test/java/dev/memoized/impl/local/LocalStoreContractTest.java";
    private static final Pattern TITLE = Pattern.compile("/\\*\\* (.*)\\. \\*/\\s+abstract class");

    private ContractPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(
                """
                # Store contract

                What every store keeps, sentence by sentence, each with the test that proves it. A backend runs all of them by
                a class like this one, that of the backend in memory ([how to write a backend](../howto/own-backend.md)):

                ```java
                %s```

                `ByteStoreContract` is the same for stores of bytes. `lose` is for backends that forget marks; one whose time is
                real says so by `time`, `pass` and `unit`, and one that refuses large values names one by `tooLarge`. What lies
                between the tests and the backend (a decorator, a codec) is put there by `open`.

                %d sentences, generated from the annotations `@Says` of the tests; write the page anew with
                `./mvnw test -pl architecture -am -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dmemoized.write-docs=true`.
                """
                        .formatted(example(), tests().size()));
        for (Class<?> topic : topics()) {
            page.append(
                    """

                    ## %s

                    | [%s](../../%s) | test |
                    |---|---|
                    %s
                    """
                            .formatted(
                                    title(source(topic)),
                                    topic.getSimpleName(),
                                    FOLDER + topic.getSimpleName() + ".java",
                                    rows(topic)));
        }
        return page.toString();
    }

    /** Every test of the contract. */
    static List<Method> tests() {
        return topics().stream().flatMap(ContractPage::tests).toList();
    }

    /** What a test proves. */
    static String sentence(Method test) {
        Says says = test.getAnnotation(Says.class);
        return says == null ? "" : says.value();
    }

    private static List<Class<?>> topics() {
        Deque<Class<?>> topics = new ArrayDeque<>();
        for (Class<?> type = StoreContract.class; type != null; type = type.getSuperclass()) {
            if (tests(type).findAny().isPresent()) {
                topics.addFirst(type);
            }
        }
        return List.copyOf(topics);
    }

    private static Stream<Method> tests(Class<?> topic) {
        return Stream.of(topic.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static String rows(Class<?> topic) {
        List<String> inOrder = methods(source(topic));
        return tests(topic)
                .sorted(Comparator.comparing(test -> inOrder.indexOf(test.getName())))
                .map(test -> "| %s | `%s` |".formatted(sentence(test), test.getName()))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> methods(Source source) {
        return source.scan(new TreeScanner<>() {
            @Override
            public Void visitMethod(MethodTree method, List<String> found) {
                found.add(method.getName().toString());
                return super.visitMethod(method, found);
            }
        });
    }

    private static String title(Source source) {
        Matcher title = TITLE.matcher(source.text());
        if (!title.find()) {
            throw new IllegalStateException(source.path() + " has no topic in one line");
        }
        return title.group(1);
    }

    private static Source source(Class<?> topic) {
        return House.sources(Pattern.quote(FOLDER + topic.getSimpleName() + ".java"))
                .get(0);
    }

    private static String example() {
        String text = House.text(House.ROOT.resolve(EXAMPLE));
        return text.substring(text.indexOf("class "));
    }
}
