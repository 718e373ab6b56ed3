package dev.memoized.examples.bookshop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.RequestLocale;
import dev.resteasy.embedded.server.UndertowConfigurationOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A server that speaks English, French and Brazilian Portuguese and tells each request its locale. */
final class LocaleServer implements AutoCloseable {

    private static final String SETTING = "memoized.locales";
    private static final String SERVLET = "servlet";

    private final HttpClient client = HttpClient.newHttpClient();
    private final SeBootstrap.Instance server;

    private LocaleServer(Application application) {
        System.setProperty(SETTING, "en,fr,pt-BR");
        SeBootstrap.Configuration configuration = SeBootstrap.Configuration.builder()
                .host(Bookshop.HOST)
                .port(SeBootstrap.Configuration.FREE_PORT)
                .property(UndertowConfigurationOptions.DEPLOYMENT_INFO, withServlet())
                .build();
        server = SeBootstrap.start(application, configuration)
                .toCompletableFuture()
                .join();
    }

    private static DeploymentInfo withServlet() {
        return new DeploymentInfo()
                .addServlet(Servlets.servlet(LocaleServlet.class).addMapping("/" + SERVLET));
    }

    static LocaleServer open() {
        return new LocaleServer(new LocaleApplication(Map.of()));
    }

    static LocaleServer openWithoutServices() {
        return new LocaleServer(new LocaleApplication(Map.of("jakarta.ws.rs.loadServices", false)));
    }

    /** The locale of a request with these headers. */
    String locale(String... languages) {
        return get("locale", "", languages);
    }

    /** The same, of a request with a language in its address too. */
    String localeWith(String parameter, String... languages) {
        return get("locale", parameter, languages);
    }

    /** The same, of a request that Jakarta REST does not see. */
    String localeOfServlet(String... languages) {
        return get(SERVLET, "", languages);
    }

    /** The filters, features and the like of this library. */
    String providers() {
        return get("locale/providers", "");
    }

    private String get(String path, String parameter, String... languages) {
        URI uri = server.configuration()
                .baseUriBuilder()
                .path(path)
                .queryParam(LanguageParameter.NAME, parameter)
                .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        Stream.of(languages).forEach(each -> request.header(HttpHeaders.ACCEPT_LANGUAGE, each));
        try {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What is so whoever reads the header. */
    static void assertNarrowed(Function<String[], String> locale) {
        assertThat(locale.apply(new String[] {"fr-CH, fr;q=0.9, en;q=0.8"})).isEqualTo("fr");
        assertThat(locale.apply(new String[] {"de", "pt-BR;q=0.1"})).isEqualTo("pt-BR");
        assertThat(locale.apply(new String[] {"fr;q=0.1, pt-BR;q=0.5"})).isEqualTo("pt-BR");
        assertThat(locale.apply(new String[] {"de"})).isEqualTo("en");
        assertThat(locale.apply(new String[] {"*"})).isEqualTo("en");
        assertThat(locale.apply(new String[] {"-"})).isEqualTo("en");
        assertThat(locale.apply(new String[] {})).isEqualTo("en");
    }

    @Override
    public void close() {
        System.clearProperty(SETTING);
        server.stop().toCompletableFuture().join();
    }

    /** Answers with the locale. */
    @ApplicationScoped
    @Path("/locale")
    public static class LocaleResource {

        @Inject
        RequestLocale locale;

        @GET
        public String locale() {
            return locale.capture().toLanguageTag();
        }

        @GET
        @Path("providers")
        public String providers(@Context Configuration configuration) {
            return Stream.concat(
                            configuration.getClasses().stream(),
                            configuration.getInstances().stream().map(Object::getClass))
                    .map(Class::getName)
                    .filter(name -> name.startsWith("dev.memoized.impl."))
                    .sorted()
                    .collect(joining(" "));
        }
    }

    /** Answers with the locale, without Jakarta REST. */
    public static class LocaleServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            RequestLocale locale = CDI.current().select(RequestLocale.class).get();
            response.getWriter().print(locale.capture().toLanguageTag());
        }
    }

    /** Lets the address win over the browser. */
    @PreMatching
    public static class LanguageParameter implements ContainerRequestFilter {

        static final String NAME = "language";

        @Override
        public void filter(ContainerRequestContext request) {
            String language = request.getUriInfo().getQueryParameters().getFirst(NAME);
            if (!language.isEmpty()) {
                request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, language);
            }
        }
    }

    private static final class LocaleApplication extends Application {

        private final Map<String, Object> properties;

        LocaleApplication(Map<String, Object> properties) {
            this.properties = properties;
        }

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(LocaleResource.class, LanguageParameter.class);
        }

        @Override
        public Map<String, Object> getProperties() {
            return properties;
        }
    }
}
