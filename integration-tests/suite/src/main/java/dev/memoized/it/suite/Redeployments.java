package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.it.suite.control.ControlResource;
import dev.memoized.it.suite.control.ControlRoot;
import dev.memoized.it.suite.control.EmptyExtension;
import dev.memoized.it.suite.control.LeakingExtension;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What redeployed applications leave in a server. The modules of those that can do it run this. */
@ExtendWith(Deployed.class)
public abstract class Redeployments {
    private static final int ROUNDS = Integer.getInteger("memoized.rounds", 1) * 10;
    private static final int FEW = 3;
    private static final String APPLICATION = "dev.memoized.it.application.DeploymentResource";
    private static final String CONTROL = ControlResource.class.getName();
    private static final String LEAKING = LeakingExtension.class.getName();
    private static final int ANY = Integer.MAX_VALUE;
    private static final int COLLECTIONS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For the modules. */
    protected Redeployments() {}

    @Test
    void application_leavesNoMoreThanAnEmptyOne_andNoMoreInTheEnd(Deployment deployment, @TempDir Path folder)
            throws Exception {
        Path empty = control(EmptyExtension.class).write(folder.resolve("empty.war"));
        deployment.start(empty);
        deployment.awaitApplication();
        Left ofEmpty = redeploy(deployment, ROUNDS, empty, CONTROL, ANY);
        deployment.application();
        use(deployment, ROUNDS);
        Left first = left(deployment, APPLICATION, ANY);
        int allowed = Remains.allowed(ofEmpty);
        Left halfway = redeploy(deployment, ROUNDS, Archive.application(), APPLICATION, allowed);
        Left end = redeploy(deployment, ROUNDS, Archive.application(), APPLICATION, allowed);
        Remains remains = new Remains(ROUNDS, ofEmpty, first, halfway, end);
        System.out.println(remains);
        assertThat(remains.faults()).as(remains.toString()).isEmpty();
    }

    @Test
    void applicationThatListensToRedis_leavesNoThread(Deployment deployment) throws Exception {
        deployment.redis().start();
        RunningServer server = deployment.application();
        for (int round = 0; round < FEW; round++) {
            compute(deployment);
            deployment.replace(Archive.application());
        }
        compute(deployment);
        Heap heap = deployment.heap();
        server.await("the last deployment listens, and no other one", () -> listeners(heap) == 1);
    }

    /** What Redis knows nothing of. */
    private static void compute(Deployment deployment) {
        Reply reply = deployment.client().get("catalogue/listings/" + UUID.randomUUID());
        assertThat(reply.get("outcome")).isEqualTo("COMPUTED");
    }

    private static long listeners(Heap heap) {
        try {
            return heap.threads("memoized-listener");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void applicationThatLeaks_isFound(Deployment deployment, @TempDir Path folder) throws Exception {
        Path empty = control(EmptyExtension.class).write(folder.resolve("empty.war"));
        deployment.start(empty);
        deployment.awaitApplication();
        Left ofEmpty = redeploy(deployment, FEW, empty, CONTROL, ANY);
        Path leaking = control(LeakingExtension.class).write(folder.resolve("leaking.war"));
        deployment.replace(leaking);
        Left first = left(deployment, LEAKING, ANY);
        Left halfway = redeploy(deployment, FEW, leaking, LEAKING, ANY);
        Left end = redeploy(deployment, FEW, leaking, LEAKING, ANY);
        Remains remains = new Remains(FEW, ofEmpty, first, halfway, end);
        System.out.println("found: " + remains);
        assertThat(remains.faults()).as(remains.toString()).contains("the copies grow", "threads stay");
    }

    private static Archive control(Class<? extends Extension> extension) throws IOException {
        return Archive.empty()
                .with(ControlRoot.class)
                .with(ControlResource.class)
                .with(extension)
                .withService(Extension.class, extension);
    }

    /** Deploys it again and again, each time when it has been used. */
    private static Left redeploy(Deployment deployment, int rounds, Path archive, String resource, int allowed)
            throws Exception {
        for (int round = 0; round < rounds; round++) {
            use(deployment, round);
            deployment.replace(archive);
        }
        use(deployment, rounds);
        return left(deployment, resource, allowed);
    }

    private static void use(Deployment deployment, int round) {
        deployment.client().in("fr").get("greetings/" + round);
    }

    /** Waits until some garbage collections leave no more than is allowed, and the same. */
    private static Left left(Deployment deployment, String resource, int allowed) throws IOException {
        Heap heap = deployment.heap();
        Instant end = Instant.now().plus(PATIENCE);
        int copies = heap.copies(resource) - 1;
        int same = 0;
        while ((same < COLLECTIONS || copies > allowed) && Instant.now().isBefore(end)) {
            int now = heap.copies(resource) - 1;
            same = now == copies ? same + 1 : 0;
            copies = now;
        }
        return new Left(copies, heap.threads("memoized-"));
    }
}
