package dev.memoized.it.wildfly.cluster;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs {@link ManagedContract} where it is asked to. */
@Path("/contract")
@ApplicationScoped
public class ContractResource {
    private final CompletableFuture<TestExecutionSummary> summary = new CompletableFuture<>();

    /** Begins; to be asked once. */
    @POST
    public void run() {
        new Thread(() -> summary.complete(ran()), "contract").start();
    }

    private static TestExecutionSummary ran() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ManagedContract.class))
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    /** Whether it has ended, how many tests have passed and which ones have not, and in which Infinispan. */
    @GET
    public String result() {
        if (!summary.isDone()) {
            return "ended=false";
        }
        TestExecutionSummary all = summary.join();
        List<String> failed = all.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName() + " " + failure.getException())
                .map(text -> text.replaceAll("\\s+", " "))
                .toList();
        return "ended=true%ninfinispan=%s%nfound=%d%npassed=%d%nmillis=%d%nfailed=%s"
                .formatted(
                        ManagedContract.infinispan(),
                        all.getTestsFoundCount(),
                        all.getTestsSucceededCount(),
                        all.getTimeFinished() - all.getTimeStarted(),
                        failed);
    }
}
