package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.memoized.tck.Deployment;
import dev.memoized.tck.DeploymentFailure;
import dev.memoized.tck.TestContainer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was told of a deployment that was refused.
 *
 * @param text all that the container said
 * @param problems ours, one line each
 */
record Refused(String text, List<String> problems) {
    /** The id, then something, then a sentence of its own: what to do. */
    private static final Pattern WITH_CURE = Pattern.compile("MEMO\\d{4} .+[.;] \\S+ .*\\S+");

    /** Before the deployment. */
    static Refused nothing() {
        return new Refused("", List.of());
    }

    /** Deploys the beans that are declared in these classes, and expects that they are refused. */
    static Refused of(Class<?>... holders) {
        return deploying(Stream.of(holders)
                .flatMap(holder -> Stream.<Class<?>>of(holder.getDeclaredClasses()))
                .filter(type -> type.isAnnotationPresent(ApplicationScoped.class))
                .toArray(Class<?>[]::new));
    }

    /** Deploys the beans that are declared in these classes, whatever their scope, and expects that they are refused. */
    static Refused ofAll(Class<?>... holders) {
        return deploying(Scoped.in(holders));
    }

    /** Deploys these beans, and expects that they are refused. */
    static Refused deploying(Class<?>... beanClasses) {
        Deployment deployment = Deployment.of(beanClasses);
        DeploymentFailure failure = assertThrows(DeploymentFailure.class, () -> {
            try (TestContainer.Running running = TestContainer.find().start(deployment)) {
                assertThat(running)
                        .as("a container that should not have started")
                        .isNotNull();
            }
        });
        return new Refused(failure.text(), failure.problems());
    }

    List<String> problemsOf(Class<?> beanClass) {
        Pattern name = Pattern.compile("\\b" + beanClass.getSimpleName() + "\\b");
        return problems.stream().filter(problem -> name.matcher(problem).find()).toList();
    }

    /** One problem, with an id, the class, all these words and a cure. */
    void assertTold(Class<?> beanClass, String... words) {
        assertThat(problemsOf(beanClass))
                .as("what is told of %s, of%n%s", beanClass.getSimpleName(), text)
                .singleElement()
                .asString()
                .contains(words)
                .matches(WITH_CURE);
    }

    /** The ids of a bean's problems. */
    Stream<String> idsOf(Class<?> beanClass) {
        return problemsOf(beanClass).stream().map(problem -> problem.substring(0, "MEMO0000".length()));
    }
}
