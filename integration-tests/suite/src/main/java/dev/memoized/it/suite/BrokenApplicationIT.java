package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An application that uses the library wrongly. */
@ExtendWith(Deployed.class)
class BrokenApplicationIT {
    private final Deployment deployment;

    BrokenApplicationIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @Test
    void wrongUse_failsTheDeployment_withOurMessageInTheLog(@TempDir Path folder) throws Exception {
        Path broken = Archive.of(Archive.application()).with(BrokenBean.class).write(folder.resolve("app.war"));
        RunningServer server = deployment.start(broken);
        server.await("the log tells the method and the cure", () -> server.log()
                .contains("MEMO0101 " + BrokenBean.class.getName() + "#nothing(String): nothing returns nothing."
                        + " Return a value, or remove @Memoized."));
        assertThat(deployment.client().isServed()).isFalse();
    }
}
