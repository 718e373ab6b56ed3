package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.it.suite.control.ControlResource;
import dev.memoized.it.suite.control.ControlRoot;
import dev.memoized.it.suite.control.EmptyExtension;
import jakarta.enterprise.inject.spi.Extension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What redeployed applications leave in a server. The modules of those that can do it run this. */
@ExtendWith(Deployed.class)
public abstract class Redeployments {
    private static final int ROUNDS = Integer.getInteger("memoized.rounds", 1) * 10;
    private static final String APPLICATION = "dev.memoized.it.application.DeploymentResource";
    private static final String CONTROL = ControlResource.class.getName();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For the modules. */
    protected Redeployments() {}

    /** Copies of the application's classes that stay beside the running one, and threads of the library. */
    private record Left(int copies, long threads) {}

    @Test
    void application_leavesNoMoreThanAnEmptyOne_andNoMoreInTheEnd(Deployment deployment, @TempDir Path folder)
            throws Exception {
        Path control = Archive.empty()
                .with(ControlRoot.class)
                .with(ControlResource.class)
                .with(EmptyExtension.class)
                .withService(Extension.class, EmptyExtension.class)
                .write(folder.resolve("control.war"));
        deployment.start(control);
        deployment.awaitApplication();
        Left ofControl = redeploy(deployment, control, CONTROL, 0);
        deployment.application();
        Left halfway = redeploy(deployment, Archive.application(), APPLICATION, ofControl.copies());
        Left end = redeploy(deployment, Archive.application(), APPLICATION, halfway.copies());
        String figures =
                "after %d redeployments an empty application has left %d copies of its classes, this one %d, and %d after %d"
                        .formatted(ROUNDS, ofControl.copies(), halfway.copies(), end.copies(), 2 * ROUNDS);
        System.out.println(figures);
        assertThat(halfway.copies()).as(figures).isLessThanOrEqualTo(ofControl.copies() + 1);
        assertThat(end.copies()).as(figures).isLessThanOrEqualTo(halfway.copies());
        assertThat(end.threads()).as(figures).isLessThanOrEqualTo(halfway.threads());
    }

    /** Deploys it again and again, each time when it has been used, and then waits for what goes by itself. */
    private static Left redeploy(Deployment deployment, Path archive, String resource, int enough) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            deployment.client().in("fr").get("greetings/" + round);
            deployment.replace(archive);
        }
        Heap heap = deployment.heap();
        Instant end = Instant.now().plus(PATIENCE);
        int copies = heap.copies(resource) - 1;
        while (copies > enough && Instant.now().isBefore(end)) {
            copies = heap.copies(resource) - 1;
        }
        return new Left(copies, heap.threads("memoized-"));
    }
}
