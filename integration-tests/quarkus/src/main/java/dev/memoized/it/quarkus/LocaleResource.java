package dev.memoized.it.quarkus;

import dev.memoized.MemoizedMethods;
import dev.memoized.RequestLocale;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** Tells a request its locale. */
@Path("/locale")
public class LocaleResource {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final RequestLocale locale;
    private final Speaker speaker;
    private final MemoizedMethods memoized;

    LocaleResource(RequestLocale locale, Speaker speaker, MemoizedMethods memoized) {
        this.locale = locale;
        this.speaker = speaker;
        this.memoized = memoized;
    }

    @GET
    @Blocking
    public String locale() {
        return Objects.requireNonNull(locale.capture()).toLanguageTag();
    }

    @GET
    @NonBlocking
    @Path("event-loop")
    public String localeOnTheEventLoop() {
        return locale();
    }

    @GET
    @Blocking
    @Path("declared/{key}")
    public String declared(@PathParam("key") String key) throws InterruptedException {
        return beforeAndAfterRenewals(() -> speaker.declared(key));
    }

    @GET
    @Blocking
    @Path("undeclared/{key}")
    public String undeclared(@PathParam("key") String key) throws InterruptedException {
        return beforeAndAfterRenewals(() -> speaker.undeclared(key));
    }

    private String beforeAndAfterRenewals(Supplier<String> call) throws InterruptedException {
        String first = call.get();
        boolean renewed = memoized.awaitRefreshes(AT_MOST);
        return "%s, then %s".formatted(first, renewed ? call.get() : "no end of renewals");
    }
}
